package dev.firedrill.cli.input;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.RejectedException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.engine.Engine;
import dev.firedrill.engine.EngineOptions;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.engine.remote.QueryRangeEngine;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.prometheus.OutgoingLabels;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.replay.AlertListener;
import dev.firedrill.replay.EvaluatedGroup;
import dev.firedrill.replay.RecordedInterval;
import dev.firedrill.replay.Replay;
import dev.firedrill.replay.ReplayReport;
import dev.firedrill.replay.VariantReplay;
import dev.firedrill.replay.fixture.IncidentCut;
import dev.firedrill.replay.fixture.IncidentTest;
import dev.firedrill.replay.sweep.SweepPlan;
import dev.firedrill.replay.why.Why;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.rules.run.RuleGraph;
import dev.firedrill.rules.run.RuleHistory;
import dev.firedrill.rules.run.RuleTexts;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Rules on a server, ready to be replayed.
///
/// @param interval milliseconds between evaluations of groups that do not say
/// @param outgoing what the server makes of the labels of alerts, external labels among it
/// @param forcedInterval milliseconds between evaluations of all groups; 0 for their own
/// @param known where the interval is from
/// @param engine how expressions are evaluated
/// @param remote evaluates what reads only stored series; null where all is evaluated here
public record RuleReplay(
    long interval,
    OutgoingLabels outgoing,
    long forcedInterval,
    Known known,
    EngineOptions engine,
    @Nullable QueryRangeEngine remote) {
  private static final long MAX_EVALUATIONS = 10_000_000;

  /// Where it is known from how often rules are evaluated that do not say.
  public enum Known {
    /// The server's configuration, or one interval asked for.
    TOLD,
    /// The recording shows how often the server evaluated them.
    RECORDED,
    /// It is Prometheus's default.
    ASSUMED
  }

  /// {@return a replay on a server with no features switched on}
  public static RuleReplay of(KnownServer server, long forcedInterval) {
    return new RuleReplay(
        server.global().effectiveEvaluationInterval().toMillis(),
        server.outgoing(),
        forcedInterval,
        server.config() == null && forcedInterval == 0 ? Known.ASSUMED : Known.TOLD,
        EngineOptions.DEFAULT,
        null);
  }

  /// {@return the same with what reads only stored series evaluated by the server that has them}
  public RuleReplay with(ServerEngine server) {
    return new RuleReplay(interval, outgoing, forcedInterval, known, engine, server.engine());
  }

  /// {@return the same without expressions being sent to the server for which what it stores is not
  ///     to be read}
  public RuleReplay withoutSending(Predicate<Expr> expressions) {
    QueryRangeEngine there = remote;
    return there == null
        ? this
        : new RuleReplay(
            interval, outgoing, forcedInterval, known, engine, there.without(expressions));
  }

  /// {@return the same with other settings of the engine}
  public RuleReplay with(EngineOptions options) {
    return new RuleReplay(interval, outgoing, forcedInterval, known, options, remote);
  }

  /// {@return the same with rules that nobody says how often to evaluate evaluated as often as the
  ///     server did that made the recording, where it shows that}
  /// @param range in which servers are asked
  public RuleReplay asRecorded(List<RuleFile> files, SeriesSource source, TimeRange range) {
    if (known != Known.ASSUMED) {
      return this;
    }
    QueryRangeEngine server = remote();
    long recorded =
        server == null
            ? RecordedInterval.ofUnsaid(source, files)
            : RecordedInterval.ofUnsaid(server.server(), range, files);
    return recorded == 0
        ? this
        : new RuleReplay(recorded, outgoing, forcedInterval, Known.RECORDED, engine, server);
  }

  /// {@return what evaluates expressions as in a replay}
  public Engine evaluator() {
    return new Engine(engine.withSubqueryStep(interval));
  }

  /// {@return rule files that Prometheus would load}
  /// @param session is told of documents that are not read
  /// @throws RejectedException when it would refuse one
  public static List<RuleFile> valid(Session session, RuleInputs inputs) {
    List<Diagnostic> found = inputs.diagnostics();
    for (Diagnostic diagnostic : found) {
      if (diagnostic.severity() == Severity.ERROR) {
        throw new RejectedException(found);
      }
    }
    if (inputs.ruleCount() == 0) {
      throw new CommandException("there are no rules in the files given" + why(inputs));
    }
    inputs.tellOfUnread(session);
    return inputs.files();
  }

  private static String why(RuleInputs inputs) {
    StringBuilder why = new StringBuilder();
    for (SkippedFile file : inputs.skipped()) {
      why.append(why.isEmpty() ? ": " : ", ").append(file.path());
      why.append(" is skipped (").append(file.kind().title()).append(')');
    }
    return why.toString();
  }

  /// {@return what the rules would have done}
  public ReplayReport run(List<RuleFile> files, SeriesSource source, TimeRange range) {
    return run(files, source, range, AlertListener.NONE);
  }

  /// {@return what the rules would have done}
  /// @param listener looks on
  public ReplayReport run(
      List<RuleFile> files, SeriesSource source, TimeRange range, AlertListener listener) {
    return run(files, source, range, listener, 0);
  }

  /// {@return what the rules would have done}
  /// @param listener looks on
  /// @param longer milliseconds before what rules ask for, from which on they are evaluated
  ReplayReport run(
      List<RuleFile> files,
      SeriesSource source,
      TimeRange range,
      AlertListener listener,
      long longer) {
    return Replay.run(files, source, settings(files, range), listener, longer);
  }

  /// {@return why an alert did or did not fire}
  /// @param listener looks on
  public Why.Answer explain(
      List<RuleFile> files,
      SeriesSource source,
      TimeRange range,
      Why.Question question,
      AlertListener listener) {
    return Why.explain(files, source, settings(files, range), question, listener);
  }

  /// {@return a unit test of what an alert did; empty where none can show it}
  /// @param answer what it did
  public Optional<IncidentTest> incident(
      List<RuleFile> files, SeriesSource source, TimeRange range, Why.Answer answer) {
    return IncidentCut.of(files, source, settings(files, range, false), answer);
  }

  /// {@return what variants of an alerting rule would have done, the rule as it is first}
  /// @param listener looks on
  /// @param before milliseconds before what rules ask for, from which on they are evaluated
  public VariantReplay.Outcome vary(
      List<RuleFile> files,
      SeriesSource source,
      TimeRange range,
      SweepPlan plan,
      AlertListener listener,
      long before) {
    return VariantReplay.run(
        files,
        source,
        settings(files, range),
        plan.rule(),
        plan.variants().stream().map(SweepPlan.Variant::rule).toList(),
        listener,
        before);
  }

  /// Makes sure that results say anything.
  ///
  /// @throws CommandException where no rule was evaluated
  public void checkEvaluated(ReplayReport report) {
    notEvaluated(report)
        .ifPresent(
            why -> {
              throw new CommandException(
                  why + ": give a shorter --interval, or more time by --start and --end");
            });
  }

  /// {@return why no rule was evaluated, in words; empty where any was, or there is none}
  public Optional<String> notEvaluated(ReplayReport report) {
    if (report.isEvaluated() || report.groups().isEmpty()) {
      return Optional.empty();
    }
    long least = Long.MAX_VALUE;
    for (EvaluatedGroup group : report.groups()) {
      least = Math.min(least, group.interval());
    }
    return Optional.of("no rule was evaluated: " + notOnce(least, report.range()));
  }

  private static String notOnce(long interval, TimeRange range) {
    return "every "
        + PrometheusDuration.format(interval)
        + " is not once from "
        + Instant.ofEpochMilli(range.first())
        + " to "
        + Instant.ofEpochMilli(range.last());
  }

  /// Makes sure that what variants of a rule did says anything.
  ///
  /// @throws CommandException where none was evaluated
  public void checkEvaluated(VariantReplay.Outcome outcome, TimeRange range) {
    if (!outcome.group().isEvaluated()) {
      throw new CommandException(
          "the rule is never evaluated: "
              + notOnce(outcome.group().interval(), range)
              + ": give a shorter --interval, or more time by --start and --end");
    }
  }

  /// {@return how much of the past the results of rules depend on}
  RuleHistory history(RuleGraph rules) {
    return RuleHistory.of(rules, this::interval);
  }

  private long interval(RuleGroup group) {
    return forcedInterval > 0 ? forcedInterval : group.every(interval);
  }

  // A server knows its address, though nobody here does: it is empty, not an error as in a unit
  // test.
  private Replay.Settings settings(List<RuleFile> files, TimeRange range) {
    return settings(files, range, true);
  }

  private Replay.Settings settings(List<RuleFile> files, TimeRange range, boolean hasUrl) {
    checkLength(files, range);
    QueryRangeEngine there = remote;
    return new Replay.Settings(
        range,
        interval,
        forcedInterval,
        engine,
        (evaluator, all) -> new RuleTexts(evaluator, all, outgoing.external(), "", hasUrl),
        there == null ? null : there.withSubqueryStep(interval));
  }

  private void checkLength(List<RuleFile> files, TimeRange range) {
    for (RuleFile file : files) {
      for (RuleGroup group : file.groups()) {
        long step = interval(group);
        if (TimeGrid.steps(range.first(), range.last(), step) > MAX_EVALUATIONS) {
          throw new CommandException(
              "group '"
                  + group.name().value()
                  + "' would be evaluated more than 10 million times, every "
                  + PrometheusDuration.format(step)
                  + " from "
                  + Instant.ofEpochMilli(range.first())
                  + " to "
                  + Instant.ofEpochMilli(range.last())
                  + ": choose less by --start and --end, or a longer --interval");
        }
      }
    }
  }
}
