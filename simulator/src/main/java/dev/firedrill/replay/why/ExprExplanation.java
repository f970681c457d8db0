package dev.firedrill.replay.why;

import dev.firedrill.engine.Annotation;
import dev.firedrill.engine.Engine;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.ast.Modifiers;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.replay.condition.Narrowing;
import dev.firedrill.replay.why.Readers.Writer;
import dev.firedrill.rules.run.RuleFailure;
import dev.firedrill.series.SeriesSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Evaluates an expression part by part, as a rule saw it at one evaluation, and follows records
/// into the rules that write them.
final class ExprExplanation {
  private static final int FOLLOWED = 3;
  private static final int DEPTH = 8;
  private static final String SAME_LABELS = "with the same labelset";
  private static final String AFTER_LABELS = "with the same labelset after applying";
  private final Engine engine;
  private final Readers readers;
  private final Writer reader;
  private final long evaluation;
  private final SeriesSource source;
  private final PartEvaluation evaluated;
  private final SelectorTrouble selectors;
  private final List<Writer> path;
  private final Set<Annotation> remarked = new HashSet<>();

  private ExprExplanation(
      Engine engine, Readers readers, Writer reader, long evaluation, List<Writer> path) {
    this.engine = engine;
    this.readers = readers;
    this.reader = reader;
    this.evaluation = evaluation;
    this.source = readers.seenBy(reader, evaluation);
    this.evaluated = new PartEvaluation(engine, source);
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
    Outcome outcome = evaluated.evaluate(expr, view, annotations);
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
    if (rules.isEmpty() || !isNothing(outcome) || haveSomething(rules)) {
      findings.addAll(findings(expr, view, outcome, parts));
    }
    // Of those that parts of it have, it has been told there.
    for (Annotation annotation : annotations) {
      if (remarked.add(annotation) && (annotation.warning() || isNothing(outcome))) {
        findings.add(new Finding.Remarked(annotation.message()));
      }
    }
    List<ExplainedExpr> apart =
        expr instanceof Expr.Binary binary ? apart(binary, view, parts, findings) : List.of();
    return new ExplainedExpr(expr, view.time(), outcome, findings, parts, apart, rules);
  }

  // Sides again, of those series that the other side has: what let them go, or when they ended.
  private List<ExplainedExpr> apart(
      Expr.Binary binary, View view, List<ExplainedExpr> parts, List<Finding> findings) {
    List<ExplainedExpr> apart = new ArrayList<>();
    for (Finding finding : findings) {
      if (finding instanceof Finding.Apart) {
        PairTrouble trouble = pairs(binary, view, parts).orElseThrow();
        nearest(binary, binary.right(), view, trouble.awaited(true)).ifPresent(apart::add);
        nearest(binary, binary.left(), view, trouble.awaited(false)).ifPresent(apart::add);
      } else if (finding instanceof Finding.Unpaired alone) {
        Expr side = alone.left() ? binary.right() : binary.left();
        nearest(binary, side, view, List.of(alone.key()))
            .filter(other -> other.outcome().isEmpty())
            .filter(other -> Blamed.of(other).stream().allMatch(Blamed::isEnd))
            .ifPresent(apart::add);
      }
    }
    return apart;
  }

  private Optional<ExplainedExpr> nearest(
      Expr.Binary binary, Expr side, View view, List<Labels> keys) {
    return keys.stream()
        .map(key -> explain(side, under(binary, side, view).of(key)))
        .min(Comparator.comparingDouble(Blamed::distance));
  }

  // What a rule yields may have other labels than are selected, or have ended since.
  private static boolean haveSomething(List<ExplainedRule> rules) {
    for (ExplainedRule rule : rules) {
      @Nullable ExplainedExpr expr = rule.expr();
      if (expr != null && rule.failure() == null && !expr.outcome().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private Optional<PairTrouble> pairs(Expr.Binary binary, View view, List<ExplainedExpr> parts) {
    return PartFindings.outcome(binary.left(), parts) instanceof Outcome.Vector left
            && PartFindings.outcome(binary.right(), parts) instanceof Outcome.Vector right
        ? Optional.of(
            new PairTrouble(
                binary,
                new PairTrouble.Sides(left, right),
                new PairTrouble.Sides(
                    possible(binary, binary.left(), view, left),
                    possible(binary, binary.right(), view, right))))
        : Optional.empty();
  }

  private Outcome.Vector possible(Expr.Binary binary, Expr side, View view, Outcome.Vector met) {
    Expr loosened = Loosened.of(side);
    return !loosened.equals(side)
            && evaluated.evaluate(loosened, under(binary, side, view))
                instanceof Outcome.Vector vector
        ? vector
        : met;
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
              evaluated.limit(part.equals(binary.left()) ? binary.right() : binary.left(), view));
      default -> new View(view.time(), narrowing, null);
    };
  }

  private List<Finding> findings(Expr expr, View view, Outcome outcome, List<ExplainedExpr> parts) {
    if (outcome instanceof Outcome.Failed failed) {
      return failure(expr, view, failed, parts);
    }
    return switch (expr) {
      case InstantSelector selector ->
          troubles(selector, view, outcome, selector.modifiers(), engine.options().lookback());
      case Expr.RangeSelector range ->
          troubles(
              range.series(),
              view,
              outcome,
              range.series().modifiers(),
              ReadAt.millis(range.range()));
      case Expr.Binary binary ->
          pairs(binary, view, parts)
              .map(PairTrouble::findings)
              .orElseGet(() -> PartFindings.of(expr, outcome, parts));
      default -> PartFindings.of(expr, outcome, parts);
    };
  }

  private List<Finding> troubles(
      InstantSelector selector, View view, Outcome outcome, Modifiers modifiers, long window) {
    long time = ReadAt.moved(modifiers, view.time());
    List<Finding> found = selectors.of(selector, view.narrowing(), outcome, time, window);
    return found.stream().anyMatch(Finding.UnknownMetric.class::isInstance)
        ? readers.writtenOtherwise(selector.matchers()).map(List::of).orElse(found)
        : found;
  }

  // Where a part failed already, it has been told there.
  private List<Finding> failure(
      Expr expr, View view, Outcome.Failed failed, List<ExplainedExpr> parts) {
    if (parts.stream().anyMatch(each -> each.outcome() instanceof Outcome.Failed)) {
      return List.of();
    }
    if (expr instanceof Expr.Binary binary
        && PartFindings.outcome(binary.left(), parts) instanceof Outcome.Vector left
        && PartFindings.outcome(binary.right(), parts) instanceof Outcome.Vector right) {
      return new PairFailure(binary, left, right).finding().stream().toList();
    }
    return failed.message().endsWith(SAME_LABELS)
        ? new Collision(engine, view.time()).of(expr, parts).stream().toList()
        : List.of();
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
    if (isNothing(outcome) && !rules.isEmpty() && (failed != null || !haveSomething(rules))) {
      findings.add(new Finding.NothingWritten(rules.size(), failed));
    }
    return rules;
  }
}
