package dev.firedrill.engine.script;

import dev.firedrill.engine.Annotation;
import dev.firedrill.engine.Engine;
import dev.firedrill.engine.EngineFeature;
import dev.firedrill.engine.EngineOptions;
import dev.firedrill.engine.Evaluation;
import dev.firedrill.engine.EvaluationException;
import dev.firedrill.engine.QueryResult;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.engine.script.ExpectedMessage.Kind;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ParseOptions;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.Promql;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Runs scripts: keeps what they load, evaluates and compares.
///
/// An instant evaluation is checked three times: as it is, as the middle step of a range query and,
/// where nothing in it depends on the time of the step, with `@` at other times.
public final class ScriptRunner {
  private static final long AROUND = 60_000;
  private static final long[] OTHER_TIMES = {0, 1_000_000};

  /// The settings under which Prometheus runs its own scripts.
  public static final EngineOptions SETTINGS =
      EngineOptions.DEFAULT
          .withMaxSamples(10_000)
          .with(EngineFeature.DELAYED_NAME_REMOVAL)
          .with(EngineFeature.START_TIMESTAMPS);

  private final Engine engine;
  private ScriptStorage storage = new ScriptStorage();

  /// A runner with an empty storage and Prometheus's settings.
  public ScriptRunner() {
    this(SETTINGS);
  }

  /// A runner with an empty storage.
  public ScriptRunner(EngineOptions options) {
    this.engine = new Engine(options);
  }

  /// Runs a script to its end.
  ///
  /// @return the outcome of each `eval` command in their order
  public List<EvalOutcome> run(Script script) {
    List<EvalOutcome> outcomes = new ArrayList<>();
    for (ScriptCommand command : script.commands()) {
      switch (command) {
        case ScriptCommand.Load load -> storage.load(load);
        case ScriptCommand.Clear _ -> storage = new ScriptStorage();
        case ScriptCommand.Eval eval -> outcomes.add(new EvalOutcome(eval, reason(eval)));
      }
    }
    return outcomes;
  }

  private String reason(ScriptCommand.Eval eval) {
    Expectations expected = eval.expectations();
    return switch (Promql.parse(eval.expr(), ParseOptions.ALL)) {
      case ParseResult.Rejected rejected -> failed(expected, rejected.first().format(eval.expr()));
      case ParseResult.Parsed parsed -> reason(eval, parsed.expr());
    };
  }

  private String reason(ScriptCommand.Eval eval, Expr expr) {
    Expectations expected = eval.expectations();
    Evaluation evaluation;
    try {
      evaluation =
          eval.range()
              ? engine.range(expr, storage, eval.grid())
              : engine.instant(expr, storage, eval.grid().start());
    } catch (EvaluationException e) {
      return failed(expected, e.text());
    }
    if (expected.failure()) {
      return "an error is expected, but there is none";
    }
    String reason = annotations(eval.expr(), evaluation.annotations(), expected);
    if (reason.isEmpty()) {
      reason = new ResultComparison(expected, eval.grid()).compare(evaluation.result());
    }
    return reason.isEmpty() && !eval.range() ? otherWays(eval, expr, evaluation.result()) : reason;
  }

  private static String failed(Expectations expected, String error) {
    if (!expected.failure()) {
      return error;
    }
    for (ExpectedMessage message : expected.messages(Kind.FAIL)) {
      if (error.startsWith("not supported yet by the simulator") || !message.matches(error)) {
        return "expected an error, " + message.describe() + ", got '" + error + "'";
      }
    }
    return "";
  }

  private static String annotations(
      String expr, List<Annotation> annotations, Expectations expected) {
    String reason = messages("warning", texts(annotations, true, expr), expected, Kind.WARN);
    return reason.isEmpty()
        ? messages("info", texts(annotations, false, expr), expected, Kind.INFO)
        : reason;
  }

  private static List<String> texts(List<Annotation> annotations, boolean warning, String expr) {
    List<String> texts = new ArrayList<>();
    for (Annotation annotation : annotations) {
      if (annotation.warning() == warning) {
        texts.add(annotation.format(expr));
      }
    }
    return texts;
  }

  private static String messages(String word, List<String> got, Expectations expected, Kind kind) {
    boolean none = kind == Kind.WARN ? expected.noWarnings() : expected.noInfos();
    if (none && !got.isEmpty()) {
      return "no " + word + " is expected, got '" + got.getFirst() + "'";
    }
    List<ExpectedMessage> wanted = expected.messages(kind);
    for (ExpectedMessage message : wanted) {
      if (got.stream().noneMatch(message::matches)) {
        return "expected " + word + ", " + message.describe() + ", got " + got;
      }
    }
    for (String text : got) {
      if (!wanted.isEmpty() && wanted.stream().noneMatch(message -> message.matches(text))) {
        return "unexpected " + word + " '" + text + "'";
      }
    }
    return "";
  }

  private String otherWays(ScriptCommand.Eval eval, Expr expr, QueryResult result) {
    ResultComparison comparison = new ResultComparison(eval.expectations(), eval.grid());
    try {
      String reason = asRange(eval, expr, result, comparison);
      return reason.isEmpty() ? atOtherTimes(eval, expr, comparison) : reason;
    } catch (EvaluationException e) {
      return "evaluated in another way: " + e.text();
    }
  }

  private String asRange(
      ScriptCommand.Eval eval, Expr expr, QueryResult result, ResultComparison comparison) {
    boolean vector = result instanceof QueryResult.Vector;
    boolean comparable = vector || result instanceof QueryResult.Scalar;
    if (eval.expectations().ordered() || !comparable || PinnedExpression.asksForQuery(expr)) {
      return "";
    }
    long time = eval.grid().start();
    TimeGrid grid = new TimeGrid(time - AROUND, AROUND, 3);
    QueryResult range = engine.range(expr, storage, grid).result();
    String reason = comparison.compare(middle((QueryResult.Matrix) range, time, vector));
    return reason.isEmpty() ? "" : "as a range query: " + reason;
  }

  private static QueryResult middle(QueryResult.Matrix matrix, long time, boolean vector) {
    List<QueryResult.Sample> samples = new ArrayList<>();
    for (Series series : matrix.series()) {
      var point = series.samples().between(time, time);
      if (!point.isEmpty()) {
        samples.add(sample(series.labels(), point));
      }
    }
    return vector
        ? new QueryResult.Vector(time, samples)
        : new QueryResult.Scalar(time, samples.getFirst().value());
  }

  private static QueryResult.Sample sample(Labels labels, Samples point) {
    @Nullable NativeHistogram histogram = point.histogram(0);
    return histogram == null
        ? new QueryResult.Sample(labels, point.value(0))
        : new QueryResult.Sample(labels, histogram);
  }

  private String atOtherTimes(ScriptCommand.Eval eval, Expr expr, ResultComparison comparison) {
    if (!PinnedExpression.possible(expr)) {
      return "";
    }
    String pinned = PinnedExpression.pin(eval.expr(), expr, eval.grid().start());
    if (!(Promql.parse(pinned, ParseOptions.ALL) instanceof ParseResult.Parsed parsed)) {
      return "";
    }
    for (long time : OTHER_TIMES) {
      QueryResult result = engine.instant(parsed.expr(), storage, time).result();
      String reason = comparison.compare(result);
      if (!reason.isEmpty()) {
        return "as " + pinned + " at " + time + " ms: " + reason;
      }
    }
    return "";
  }
}
