package dev.firedrill.replay;

import dev.firedrill.alert.AlertInterval.Phase;
import dev.firedrill.alert.AlertState;
import dev.firedrill.alert.AlertTimeline;
import dev.firedrill.alert.TimelineRecorder;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.labels.Labels;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.rules.run.ActiveAlert;
import dev.firedrill.rules.run.AlertingEvaluator;
import dev.firedrill.rules.run.GroupRunner;
import dev.firedrill.rules.run.RuleEvaluator;
import dev.firedrill.rules.run.RuleFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One group on its way through a replay, and the timelines of its alerts.
final class GroupReplay {
  private final GroupRunner runner;
  private final @Nullable TimeGrid times;
  private final IdentityHashMap<Rule, Map<Labels, TimelineRecorder>> timelines =
      new IdentityHashMap<>();
  private final IdentityHashMap<Rule, List<TimelineRecorder>> active = new IdentityHashMap<>();
  private final long shown;
  private int next;

  /// @param times when the group is evaluated; null where it never is
  /// @param shown epoch milliseconds from which on it is told what happens
  GroupReplay(GroupRunner runner, @Nullable TimeGrid times, long shown) {
    this.runner = runner;
    this.times = times;
    this.shown = shown;
  }

  /// {@return the group}
  RuleGroup group() {
    return runner.group();
  }

  /// {@return when the group is evaluated next, in epoch milliseconds; [Long#MAX_VALUE] where it is
  ///     not any more}
  long nextTime() {
    TimeGrid due = times;
    return due != null && next < due.count() ? due.time(next) : Long.MAX_VALUE;
  }

  /// {@return the rules that failed, where that is to be told}
  /// @param listener is told of the alerting rules that did not
  List<RuleFailure> evaluate(AlertListener listener) {
    long time = nextTime();
    next++;
    TimeGrid due = times;
    List<RuleFailure> failures = runner.evaluate(time);
    Set<Rule> failed = Collections.newSetFromMap(new IdentityHashMap<>());
    failures.forEach(failure -> failed.add(failure.rule()));
    for (RuleEvaluator evaluator : runner.evaluators()) {
      if (evaluator instanceof AlertingEvaluator alerting) {
        if (time >= shown) {
          record(
              time,
              alerting,
              timelines.computeIfAbsent(alerting.rule(), rule -> new LinkedHashMap<>()));
        }
        if (due != null && !failed.contains(alerting.rule())) {
          listener.evaluated(alerting.rule(), due.step(), time, alerting.alerts());
        }
      }
    }
    return time >= shown ? failures : List.of();
  }

  private void record(
      long time, AlertingEvaluator evaluator, Map<Labels, TimelineRecorder> recorders) {
    List<TimelineRecorder> now = new ArrayList<>();
    for (ActiveAlert alert : evaluator.alerts()) {
      @Nullable Phase phase = phase(alert.state());
      if (phase != null) {
        TimelineRecorder recorder =
            recorders.computeIfAbsent(alert.labels(), labels -> recorder(labels, evaluator));
        recorder.record(time, phase, alert.value(), alert::annotations);
        now.add(recorder);
      }
    }
    // Of many instances few are active; those that were no more active before stay as they are.
    List<TimelineRecorder> before = active.put(evaluator.rule(), now);
    for (TimelineRecorder recorder : before == null ? List.<TimelineRecorder>of() : before) {
      if (recorder.lastTime() < time) {
        recorder.record(time, null, 0, TreeMap::new);
      }
    }
  }

  private static TimelineRecorder recorder(Labels labels, AlertingEvaluator evaluator) {
    return new TimelineRecorder(labels, PeakSide.isLeast(evaluator.rule().expr()));
  }

  private static @Nullable Phase phase(AlertState state) {
    return switch (state) {
      case AlertState.Pending _ -> Phase.PENDING;
      case AlertState.Firing _ -> Phase.FIRING;
      case AlertState.Resolved _ -> null;
    };
  }

  /// The evaluations that are told of.
  private @Nullable TimeGrid told() {
    TimeGrid due = times;
    if (due == null || due.end() < shown) {
      return null;
    }
    int before = (int) Math.max(0, -Math.floorDiv(due.start() - shown, due.step()));
    return new TimeGrid(due.time(before), due.step(), due.count() - before);
  }

  /// {@return what the group's alerting rules did}
  List<AlertReplay> finish() {
    return finish(group().rules());
  }

  /// {@return what some alerting rules did}
  /// @param rules by identity, others are passed over
  List<AlertReplay> finish(List<? extends Rule> rules) {
    TimeGrid due = times;
    long last = due == null ? Long.MIN_VALUE : due.end();
    Located<Duration> looksBack = group().queryOffset();
    long offset = looksBack == null ? 0 : looksBack.value().toMillis();
    List<AlertReplay> replays = new ArrayList<>();
    for (Rule rule : rules) {
      if (rule instanceof Rule.AlertingRule alert) {
        List<AlertTimeline> instances = new ArrayList<>();
        timelines
            .getOrDefault(rule, Map.of())
            .values()
            .forEach(recorder -> instances.add(recorder.finish(last)));
        replays.add(new AlertReplay(alert, group().name().value(), told(), offset, instances));
      }
    }
    return replays;
  }
}
