package dev.firedrill.rules.test;

import dev.firedrill.engine.Engine;
import dev.firedrill.engine.EngineOptions;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.Promql;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.rules.run.GroupRunner;
import dev.firedrill.rules.run.RuleFailure;
import dev.firedrill.rules.run.RuleGraph;
import dev.firedrill.rules.run.RuleSelection;
import dev.firedrill.rules.run.RulesOverTime;
import dev.firedrill.rules.run.SeriesReads;
import dev.firedrill.rules.run.TextExpander;
import dev.firedrill.rules.test.UnitTest.AlertExpectation;
import dev.firedrill.rules.test.UnitTest.ExprExpectation;
import dev.firedrill.series.SeriesSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Runs the tests of a unit-test file as promtool does: every group is evaluated at every tick,
/// whatever its own interval, alerts are compared at the ticks and expressions at the end.
public final class UnitTestRunner {
  // As promtool has it, whatever the server allows.
  private static final long MAX_SAMPLES = 10_000;

  private final UnitTestFile file;
  private final RuleGraph graph;
  private final TextExpanderFactory texts;
  private final Recordings recordings;
  private final Engine engine;
  private final boolean needed;
  private final RefusedRules refused;
  private final Alertmanagers alertmanagers;
  private final Set<Rule> risks = Collections.synchronizedSet(new LinkedHashSet<>());

  /// Makes the expander of the templates of one test.
  @FunctionalInterface
  public interface TextExpanderFactory {
    /// {@return the expander for a test}
    /// @param engine evaluates the queries of templates
    /// @param series what the queries read
    TextExpander create(UnitTest test, Engine engine, SeriesSource series);
  }

  /// A runner for a file.
  ///
  /// @param groups those of the file's rule files, in the order of files
  public UnitTestRunner(UnitTestFile file, List<RuleGroup> groups, TextExpanderFactory texts) {
    this(file, groups, texts, Recordings.NONE, EngineOptions.DEFAULT);
  }

  /// A runner for a file whose tests use recordings.
  ///
  /// @param groups those of the file's rule files, in the order of files
  /// @param options of the engine; the default step of subqueries is the evaluation interval
  public UnitTestRunner(
      UnitTestFile file,
      List<RuleGroup> groups,
      TextExpanderFactory texts,
      Recordings recordings,
      EngineOptions options) {
    this(
        file,
        RuleGraph.of(inOrder(groups, file)),
        texts,
        recordings,
        options,
        false,
        RefusedRules.NONE,
        Alertmanagers.NONE);
  }

  private UnitTestRunner(
      UnitTestFile file,
      RuleGraph graph,
      TextExpanderFactory texts,
      Recordings recordings,
      EngineOptions options,
      boolean needed,
      RefusedRules refused,
      Alertmanagers alertmanagers) {
    this.file = file;
    this.needed = needed;
    this.refused = refused;
    this.alertmanagers = alertmanagers;
    this.recordings = recordings;
    this.graph = graph;
    this.texts = texts;
    long step = file.evaluationInterval().toMillis();
    this.engine = new Engine(options.withSubqueryStep(step).withMaxSamples(MAX_SAMPLES));
  }

  /// {@return a runner that evaluates only the rules on which depends what a test expects}
  ///
  /// Tests fail less often than in promtool, which fails a test where any rule fails.
  public UnitTestRunner ofNeededRules() {
    return new UnitTestRunner(
        file, graph, texts, recordings, engine.options(), true, refused, alertmanagers);
  }

  /// {@return a runner of all rules in which those fail, as in promtool, that contain syntax which
  ///     the options of the engine do not allow}
  public UnitTestRunner ofAllowedSyntax() {
    RefusedRules found = RefusedRules.of(graph.groups(), engine.options().syntax());
    return new UnitTestRunner(
        file, graph, texts, recordings, engine.options(), needed, found, alertmanagers);
  }

  /// {@return a runner that knows the Alertmanagers that the tests name}
  public UnitTestRunner notifying(Alertmanagers known) {
    return new UnitTestRunner(
        file, graph, texts, recordings, engine.options(), needed, refused, known);
  }

  /// {@return the rules that some test run so far left out though they could fail on its series}
  public List<Rule> leftOutThatMayFail() {
    synchronized (risks) {
      return List.copyOf(risks);
    }
  }

  // Groups that are not listed share the first place, as in promtool.
  private static List<RuleGroup> inOrder(List<RuleGroup> groups, UnitTestFile file) {
    List<String> order = file.groupEvalOrder().stream().map(name -> name.value()).toList();
    List<RuleGroup> sorted = new ArrayList<>(groups);
    sorted.sort(Comparator.comparingInt(group -> Math.max(0, order.indexOf(group.name().value()))));
    return sorted;
  }

  /// {@return how a test of the file went}
  public TestOutcome run(UnitTest written) {
    return run(written, RunObserver.NONE);
  }

  /// {@return how a test of the file went while somebody looked on}
  public TestOutcome run(UnitTest written, RunObserver observer) {
    long started = System.nanoTime();
    UnitTest test = recordings.placed(written, file.evaluationInterval());
    AssertionLog log = new AssertionLog(test);
    try {
      run(test, observer, log);
    } catch (TestSetupException e) {
      log.fail(setupFailure(e));
    }
    return log.outcome(System.nanoTime() - started);
  }

  private static TestFailure setupFailure(TestSetupException problem) {
    return new TestFailure(
            TestFailure.Kind.SETUP,
            "",
            null,
            problem.text(),
            List.of(),
            List.of(),
            problem.diagnostic().location())
        .withDiagnostic(problem.diagnostic());
  }

  private void run(UnitTest test, RunObserver observer, AssertionLog log)
      throws TestSetupException {
    checkNamed(test);
    RulesOverTime.Setting setting =
        new RulesOverTime.Setting(
            engine, series -> series, (evaluator, series) -> texts.create(test, evaluator, series));
    long interval = file.evaluationInterval().toMillis();
    InputSeriesLoader input = InputSeriesLoader.of(test, recordings);
    long last = TestLength.of(test, input, interval);
    TimeGrid ticks = TimeGrid.covering(test.start(), test.start() + last, interval);
    TestEvaluation evaluation = TestEvaluation.of(evaluated(test), ticks, setting, input);
    risks.addAll(evaluation.risks());
    List<GroupRunner> runners = evaluation.groups();
    AlertAssertions alerts = new AlertAssertions(test);
    AlertLog states = new AlertLog(test.alertNames());
    TimelineMaker timelines =
        new TimelineMaker(states, engine, evaluation.source(), test.start(), interval);
    NotificationRehearsal notified = alertmanagers.rehearsal(test, interval).orElse(null);
    for (long tick = 0; tick <= last; tick += interval) {
      long time = test.start() + tick;
      List<RuleFailure> broken = refused.addTo(evaluation.evaluate(time), graph.groups(), time);
      states.record(runners);
      if (!broken.isEmpty()) {
        log.complete(timelines);
        broken.forEach(failure -> log.fail(ruleFailure(failure, test)));
        return;
      }
      if (notified != null) {
        notified.evaluated(time, runners);
      }
      alerts.compare(tick, tick + interval, runners, log);
      if (log.failed() && observer.endsAtFirstFailure()) {
        return;
      }
    }
    ExprComparison exprs =
        new ExprComparison(engine, evaluation.source(), test, file.fuzzyCompare());
    for (ExprExpectation expectation : test.exprs()) {
      log.check(expectation.location(), () -> exprs.compare(expectation));
    }
    BehaviourComparison behaviours = new BehaviourComparison(states, interval);
    for (AlertBehaviour behaviour : test.additions().behaviours()) {
      log.check(behaviour.location(), () -> behaviours.compare(behaviour));
    }
    if (notified != null) {
      notified.compare(test.start() + last, log);
    }
    log.complete(timelines);
    observer.ran(test, new TestEvidence(engine, evaluation.source(), ticks));
  }

  private RuleSelection evaluated(UnitTest test) {
    if (!needed || test.additions().notifications() != null) {
      return graph.all();
    }
    List<SeriesReads> reads = new ArrayList<>();
    for (ExprExpectation expr : test.exprs()) {
      if (Promql.parse(expr.expr().text(), engine.options().syntax())
          instanceof ParseResult.Parsed parsed) {
        reads.add(SeriesReads.of(parsed.expr()));
      }
    }
    return graph.neededFor(test.alertNames(), reads);
  }

  private static void checkNamed(UnitTest test) throws TestSetupException {
    for (AlertExpectation alert : test.alerts()) {
      if (alert.alertname().isEmpty()) {
        String suffix = test.name().isEmpty() ? "" : " (in TestGroup " + test.name() + ")";
        throw new TestSetupException(
            "an item under alert_rule_test misses required attribute alertname at eval_time "
                + TestTime.text(alert.evalTime())
                + suffix,
            alert.location());
      }
    }
  }

  private static TestFailure ruleFailure(RuleFailure failure, UnitTest test) {
    return new TestFailure(
        TestFailure.Kind.RULE,
        failure.rule().name().value(),
        Duration.ofMillis(failure.time() - test.start()),
        failure.message(),
        List.of(),
        List.of(),
        failure.rule().location());
  }
}
