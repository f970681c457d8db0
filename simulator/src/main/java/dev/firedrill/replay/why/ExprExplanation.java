package dev.firedrill.replay.why;

import dev.firedrill.engine.Annotation;
import dev.firedrill.engine.Engine;
import dev.firedrill.engine.Evaluation;
import dev.firedrill.engine.EvaluationException;
import dev.firedrill.engine.QueryResult;
import dev.firedrill.engine.QueryResult.Sample;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.replay.condition.Narrowing;
import dev.firedrill.replay.why.Readers.Writer;
import dev.firedrill.rules.run.RuleFailure;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Evaluates an expression part by part, as a rule saw it at one evaluation, and follows records
/// into the rules that write them.
final class ExprExplanation {
  private static final int FOLLOWED = 3;
  private static final int DEPTH = 8;
  private static final String AFTER_LABELS = "with the same labelset after applying";
  private final Engine engine;
  private final Readers readers;
  private final Writer reader;
  private final long evaluation;
  private final SeriesSource source;
  private final SelectorTrouble selectors;
  private final List<Writer> path;
  private final Set<Annotation> remarked = new HashSet<>();

  /// What a part is looked at for.
  ///
  /// @param limit what its values are compared with; null where they are not
  private record View(long time, Narrowing narrowing, @Nullable Limit limit) {}

  private ExprExplanation(
      Engine engine, Readers readers, Writer reader, long evaluation, List<Writer> path) {
    this.engine = engine;
    this.readers = readers;
    this.reader = reader;
    this.evaluation = evaluation;
    this.source = readers.seenBy(reader, evaluation);
    this.selectors = new SelectorTrouble(source, readers.recording());
    this.path = path;
  }

  /// {@return the expression of a rule at one of its evaluations}
  /// @param evaluation epoch milliseconds
  /// @param narrowing which of what the expression yields is of interest
  static ExplainedExpr of(
      Engine engine, Readers readers, Writer rule, long evaluation, Narrowing narrowing) {
    return of(engine, readers, rule, evaluation, narrowing, List.of());
  }

  private static ExplainedExpr of(
      Engine engine,
      Readers readers,
      Writer rule,
      long evaluation,
      Narrowing narrowing,
      List<Writer> above) {
    if (!(rule.rule().expr().result() instanceof ParseResult.Parsed parsed)) {
      throw new IllegalArgumentException("the expression was rejected");
    }
    List<Writer> path = Stream.concat(above.stream(), Stream.of(rule)).toList();
    ExplainedExpr explained =
        new ExprExplanation(engine, readers, rule, evaluation, path)
            .explain(parsed.expr(), new View(evaluation - rule.offset(), narrowing, null));
    boolean collided =
        readers
            .failure(rule, evaluation)
            .filter(failure -> failure.message().contains(AFTER_LABELS))
            .isPresent();
    return collided && explained.outcome() instanceof Outcome.Vector vector
        ? explained.with(SameSeries.by(rule.group(), rule.rule(), vector.all()))
        : explained;
  }

  private ExplainedExpr explain(Expr written, View view) {
    Expr expr = ExprWalk.unwrapped(written);
    List<Annotation> annotations = new ArrayList<>();
    Outcome outcome = evaluate(expr, view, annotations);
    List<ExplainedExpr> parts = new ArrayList<>();
    if (!(expr instanceof Expr.RangeSelector)) {
      for (Expr part : ExprWalk.children(expr)) {
        Expr inner = ExprWalk.unwrapped(part);
        if (!(inner instanceof Expr.NumberLiteral || inner instanceof Expr.StringLiteral)) {
          parts.add(explain(inner, under(expr, part, view)));
        }
      }
    }
    InstantSelector selector =
        expr instanceof InstantSelector instant
            ? instant
            : expr instanceof Expr.RangeSelector range ? range.series() : null;
    List<Finding> findings = new ArrayList<>();
    List<ExplainedRule> rules =
        selector == null ? List.of() : rules(selector, outcome, view, findings);
    if (rules.isEmpty() || !isNothing(outcome)) {
      findings.addAll(findings(expr, view, outcome, parts));
    }
    // Of those that parts of it have, it has been told there.
    for (Annotation annotation : annotations) {
      if (remarked.add(annotation) && (annotation.warning() || isNothing(outcome))) {
        findings.add(new Finding.Remarked(annotation.message()));
      }
    }
    return new ExplainedExpr(expr, view.time(), outcome, findings, parts, rules);
  }

  private View under(Expr whole, Expr part, View view) {
    Narrowing narrowing = view.narrowing().of(whole, part);
    return switch (whole) {
      case Expr.Subquery subquery ->
          new View(
              ReadAt.lastStep(subquery, view.time(), engine.options().subqueryStep()),
              narrowing,
              null);
      case Expr.Binary binary when binary.operator().isSet() ->
          new View(view.time(), narrowing, part.equals(binary.left()) ? view.limit() : null);
      case Expr.Binary binary when binary.operator().isComparison() ->
          new View(
              view.time(),
              narrowing,
              limit(part.equals(binary.left()) ? binary.right() : binary.left(), view));
      default -> new View(view.time(), narrowing, null);
    };
  }

  private @Nullable Limit limit(Expr bound, View view) {
    return evaluate(ExprWalk.unwrapped(bound), view, new ArrayList<>())
            instanceof Outcome.Scalar scalar
        ? new Limit(scalar.value())
        : null;
  }

  private Outcome evaluate(Expr expr, View view, List<Annotation> annotations) {
    QueryResult result;
    try {
      Evaluation evaluation = engine.instant(expr, source, view.time());
      annotations.addAll(evaluation.annotations());
      result = evaluation.result();
    } catch (EvaluationException e) {
      return new Outcome.Failed(e.text());
    }
    Narrowing narrowing = view.narrowing();
    return switch (result) {
      case QueryResult.Vector vector -> {
        List<Sample> wanted =
            vector.samples().stream().filter(each -> narrowing.accepts(each.labels())).toList();
        @Nullable Limit limit = limitOf(expr, view);
        yield new Outcome.Vector(Limit.sorted(wanted, limit), vector.samples(), times(expr, view));
      }
      case QueryResult.Matrix matrix -> {
        List<Series> wanted =
            matrix.series().stream().filter(each -> narrowing.accepts(each.labels())).toList();
        yield new Outcome.Range(wanted, matrix.series().size());
      }
      case QueryResult.Scalar scalar -> new Outcome.Scalar(scalar.value());
      case QueryResult.Text _ -> new Outcome.Scalar(Double.NaN);
    };
  }

  private Map<Labels, Long> times(Expr expr, View view) {
    Map<Labels, Long> times = new HashMap<>();
    if (expr instanceof InstantSelector selector) {
      long last = ReadAt.moved(selector.modifiers(), view.time());
      TimeRange range = new TimeRange(last - engine.options().lookback() + 1, last);
      for (Series series : source.select(selector.matchers(), range)) {
        if (!series.samples().isEmpty()) {
          times.put(series.labels(), series.samples().lastTime());
        }
      }
    }
    return times;
  }

  // A comparison keeps what it compares, so its own threshold sorts what is left.
  private @Nullable Limit limitOf(Expr expr, View view) {
    if (expr instanceof Expr.Binary binary
        && binary.operator().isComparison()
        && !binary.returnBool()) {
      Expr right = ExprWalk.unwrapped(binary.right());
      Expr left = ExprWalk.unwrapped(binary.left());
      if (right instanceof Expr.NumberLiteral number) {
        return new Limit(number.value());
      }
      if (left instanceof Expr.NumberLiteral number) {
        return new Limit(number.value());
      }
    }
    return view.limit();
  }

  private List<Finding> findings(Expr expr, View view, Outcome outcome, List<ExplainedExpr> parts) {
    return switch (expr) {
      case InstantSelector selector when outcome.isEmpty() ->
          selectors.of(
              selector,
              view.narrowing(),
              ReadAt.moved(selector.modifiers(), view.time()),
              engine.options().lookback());
      case Expr.RangeSelector range when outcome.isEmpty() ->
          selectors.of(
              range.series(),
              view.narrowing(),
              ReadAt.moved(range.series().modifiers(), view.time()),
              ReadAt.millis(range.range()));
      default -> PartFindings.of(expr, outcome, parts);
    };
  }

  // Rather than that there is just nothing of interest.
  private static boolean isNothing(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Vector vector -> vector.all().isEmpty();
      case Outcome.Range range -> range.all() == 0;
      case Outcome.Scalar _, Outcome.Failed _ -> false;
    };
  }

  private List<ExplainedRule> rules(
      InstantSelector selector, Outcome outcome, View view, List<Finding> findings) {
    List<Writer> writers = readers.writersOf(selector.matchers());
    if (writers.size() > FOLLOWED) {
      findings.add(new Finding.ManyWriters(writers.size()));
      return List.of();
    }
    long time = ReadAt.moved(selector.modifiers(), view.time());
    List<ExplainedRule> rules = new ArrayList<>();
    @Nullable String failed = null;
    for (Writer writer : writers) {
      @Nullable Long written = readers.lastWritten(writer, reader, evaluation, time).orElse(null);
      @Nullable String failure =
          written == null
              ? null
              : readers.failure(writer, written).map(RuleFailure::message).orElse(null);
      failed = failed == null ? failure : failed;
      boolean known = path.contains(writer) || path.size() >= DEPTH;
      rules.add(
          new ExplainedRule(
              writer.rule(),
              written,
              failure,
              written == null || known
                  ? null
                  : of(
                      engine,
                      readers,
                      writer,
                      written,
                      view.narrowing().beneath(writer.group(), writer.rule()),
                      path)));
    }
    if (isNothing(outcome) && !rules.isEmpty()) {
      findings.add(new Finding.NothingWritten(rules.size(), failed));
    }
    return rules;
  }
}
