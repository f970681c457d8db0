package dev.firedrill.replay.why;

import dev.firedrill.alert.AlertState;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.labels.Labels;
import dev.firedrill.replay.AlertListener;
import dev.firedrill.replay.AlertRelay;
import dev.firedrill.replay.InstanceGaps;
import dev.firedrill.replay.Replay;
import dev.firedrill.replay.ReplayTrace;
import dev.firedrill.replay.condition.Narrowing;
import dev.firedrill.replay.why.Readers.Writer;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.run.ActiveAlert;
import dev.firedrill.rules.run.RuleFailure;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Explains why an alert did or did not fire at a time: replays the rules that it depends on, and
/// looks into the evaluation by that time.
public final class Why {
  private static final int INSTANCES = 10;
  private static final int TURNS = 6;
  private static final long HOUR = 3_600_000;

  private final ReplayTrace trace;
  private final Question question;
  private final Readers readers;
  private final IdentityHashMap<Rule, AlertHistory> histories;

  /// What is asked.
  ///
  /// @param alert a name
  /// @param time epoch milliseconds
  /// @param labels of the instances that are of interest
  public record Question(String alert, long time, Labels labels) {
    /// {@return whether an instance is of interest: has all of the labels}
    public boolean asksFor(Labels instance) {
      return PassedOver.has(instance, labels);
    }
  }

  private Why(
      ReplayTrace trace,
      List<RuleFile> files,
      Question question,
      IdentityHashMap<Rule, AlertHistory> histories) {
    this.trace = trace;
    this.question = question;
    this.histories = histories;
    this.readers = new Readers(trace, files);
  }

  /// The answer.
  ///
  /// @param trace the replay that led there
  /// @param alerts one for each rule of the name, in the order of the files
  public record Answer(Question question, ReplayTrace trace, List<AlertExplanation> alerts) {
    public Answer {
      alerts = List.copyOf(alerts);
    }

    /// {@return from the first to the last sample that was recorded}
    public TimeRange data() {
      return trace.recording().extent().orElse(new TimeRange(question.time(), question.time()));
    }

    /// {@return whether there were data then: the evaluation that is explained is not after their
    ///     end, nor in one of their gaps}
    public boolean hasData() {
      for (AlertExplanation alert : alerts) {
        @Nullable Long evaluation = alert.evaluation();
        if (evaluation != null && evaluation <= data().last()) {
          InstanceGaps gaps = trace.report().data().instances();
          return !gaps.isInGap(alert.group(), alert.rule(), Labels.EMPTY, evaluation);
        }
      }
      return false;
    }

    /// {@return from when the instances that fired then were active until their end was told, or
    ///     an hour around the time where none fired}
    ///
    /// @param whole what it must be within
    public TimeRange told(TimeRange whole) {
      long first = Long.MAX_VALUE;
      long last = Long.MIN_VALUE;
      for (AlertExplanation alert : alerts) {
        for (InstanceStory story : alert.instances()) {
          @Nullable ActiveAlert now = story.now();
          @Nullable Turn next = story.next();
          if (now != null && now.isFiring()) {
            first = Math.min(first, now.state().activeAt() - alert.interval());
            last = Math.max(last, next == null ? whole.last() : next.time() + HOUR / 4);
          }
        }
      }
      if (first > last) {
        first = question.time() - HOUR;
        last = question.time() + HOUR;
      }
      return new TimeRange(Math.max(whole.first(), first), Math.min(whole.last(), last));
    }
  }

  /// {@return the answer}
  /// @throws IllegalArgumentException if an expression of the files was rejected by the parser
  public static Answer explain(
      List<RuleFile> files, SeriesSource recording, Replay.Settings settings, Question question) {
    return explain(files, recording, settings, question, AlertListener.NONE);
  }

  /// {@return the answer}
  /// @param onlooker looks on while the rules are replayed
  /// @throws IllegalArgumentException if an expression of the files was rejected by the parser
  public static Answer explain(
      List<RuleFile> files,
      SeriesSource recording,
      Replay.Settings settings,
      Question question,
      AlertListener onlooker) {
    IdentityHashMap<Rule, AlertHistory> histories = new IdentityHashMap<>();
    ReplayTrace trace =
        Replay.trace(
            files,
            recording,
            settings,
            Set.of(question.alert()),
            new Histories(question, histories, onlooker));
    return new Why(trace, files, question, histories).answer();
  }

  /// Writes down what the alert asked about does.
  private static final class Histories extends AlertRelay {
    private final Question question;
    private final IdentityHashMap<Rule, AlertHistory> histories;

    Histories(
        Question question, IdentityHashMap<Rule, AlertHistory> histories, AlertListener onlooker) {
      super(onlooker);
      this.question = question;
      this.histories = histories;
    }

    @Override
    public void evaluated(
        Rule.AlertingRule rule, long interval, long time, Collection<ActiveAlert> alerts) {
      super.evaluated(rule, interval, time, alerts);
      of(rule).ifPresent(history -> history.evaluated(time, alerts));
    }

    @Override
    public void failed(
        Rule.AlertingRule rule, RuleFailure failure, Collection<ActiveAlert> alerts) {
      super.failed(rule, failure, alerts);
      of(rule).ifPresent(history -> history.failed(failure, alerts));
    }

    private Optional<AlertHistory> of(Rule.AlertingRule rule) {
      return rule.name().value().equals(question.alert())
          ? Optional.of(histories.computeIfAbsent(rule, each -> new AlertHistory(question.time())))
          : Optional.empty();
    }
  }

  private Answer answer() {
    List<AlertExplanation> alerts = new ArrayList<>();
    for (Writer writer : readers.alerts(question.alert())) {
      if (writer.rule() instanceof Rule.AlertingRule rule) {
        alerts.add(explain(writer, rule));
      }
    }
    return new Answer(question, trace, alerts);
  }

  private AlertExplanation explain(Writer writer, Rule.AlertingRule rule) {
    Optional<TimeGrid> grid = trace.times(writer.group());
    @Nullable Long evaluation =
        grid.flatMap(times -> Readers.atOrBefore(times, question.time())).orElse(null);
    AlertHistory history = histories.getOrDefault(rule, new AlertHistory(question.time()));
    List<Labels> wanted = wanted(history);
    List<InstanceStory> stories = new ArrayList<>();
    for (Labels instance : wanted.subList(0, Math.min(INSTANCES, wanted.size()))) {
      stories.add(story(writer, history, instance));
    }
    @Nullable ExplainedExpr expr =
        evaluation == null ? null : explained(writer, evaluation, asked(writer));
    return new AlertExplanation(
        rule,
        writer.group(),
        grid.map(TimeGrid::step).orElse(0L),
        evaluation,
        grid.map(TimeGrid::start).orElse(null),
        expr,
        expr == null ? List.of() : Blamed.of(expr),
        stories,
        Math.max(0, wanted.size() - INSTANCES),
        PassedOver.of(history, writer.output(), question.labels()),
        evaluation == null ? List.of() : failures(rule, evaluation));
  }

  private List<RuleFailure> failures(Rule rule, long evaluation) {
    return trace.report().failures().stream()
        .filter(each -> each.rule().equals(rule) && each.time() == evaluation)
        .toList();
  }

  /// Those that fire first, then those that are pending, then those that were active last.
  private List<Labels> wanted(AlertHistory history) {
    List<Labels> wanted =
        new ArrayList<>(history.turns().keySet().stream().filter(question::asksFor).toList());
    if (wanted.stream().anyMatch(each -> rank(history.then(each)) < 2)) {
      // Who comes later does not matter then.
      wanted.removeIf(each -> !history.hadTurns(each));
    }
    wanted.sort(
        Comparator.comparingInt((Labels each) -> rank(history.then(each)))
            .thenComparingLong(each -> distance(history.turns().get(each))));
    return wanted;
  }

  private static int rank(@Nullable ActiveAlert alert) {
    return switch (alert == null ? null : alert.state()) {
      case AlertState.Firing _ -> 0;
      case AlertState.Pending _ -> 1;
      case AlertState.Resolved _ -> 2;
      case null -> 2;
    };
  }

  private long distance(@Nullable List<Turn> turns) {
    long least = Long.MAX_VALUE;
    for (Turn turn : turns == null ? List.<Turn>of() : turns) {
      least = Math.min(least, Math.abs(turn.time() - question.time()));
    }
    return least;
  }

  private InstanceStory story(Writer writer, AlertHistory history, Labels instance) {
    List<Turn> all = history.turns().getOrDefault(instance, List.of());
    List<Turn> past = all.stream().filter(turn -> turn.time() <= question.time()).toList();
    int earlier = Math.max(0, past.size() - TURNS);
    List<Turn> told = new ArrayList<>();
    for (Turn turn : past.subList(earlier, past.size())) {
      told.add(turn.isLoss() ? because(writer, instance, turn) : turn);
    }
    Turn next = all.stream().filter(turn -> turn.time() > question.time()).findFirst().orElse(null);
    @Nullable ActiveAlert now = history.then(instance);
    InstanceStory.@Nullable Relabelled relabelled =
        now != null && now.state() instanceof AlertState.Pending pending
            ? new Relabellings(history.turns()).of(instance, pending.activeAt()).orElse(null)
            : null;
    return new InstanceStory(instance, now, told, earlier, relabelled, next);
  }

  private Turn because(Writer writer, Labels instance, Turn turn) {
    InstanceGaps gaps = trace.report().data().instances();
    boolean gap = gaps.isInGap(writer.group(), writer.rule(), instance, turn.time());
    if (turn.became() != null) {
      return turn.because(List.of(), gap);
    }
    Narrowing sample = Narrowing.ofSample(turn.source());
    return turn.because(Blamed.of(explained(writer, turn.time(), sample)), gap);
  }

  private Narrowing asked(Writer writer) {
    return new Narrowing(question.labels()).beneath(writer.group(), writer.rule());
  }

  private ExplainedExpr explained(Writer writer, long evaluation, Narrowing narrowing) {
    return ExprExplanation.of(trace.engine(), readers, writer, evaluation, narrowing);
  }
}
