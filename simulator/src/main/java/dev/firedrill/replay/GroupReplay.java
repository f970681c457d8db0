package dev.firedrill.replay;

import dev.firedrill.alert.AlertInterval.Phase;
import dev.firedrill.alert.AlertState;
import dev.firedrill.alert.AlertTimeline;
import dev.firedrill.alert.TimelineRecorder;
import dev.firedrill.labels.Labels;
import dev.firedrill.rules.run.ActiveAlert;
import dev.firedrill.rules.run.AlertingEvaluator;
import dev.firedrill.rules.run.GroupRunner;
import dev.firedrill.rules.run.RuleEvaluator;
import dev.firedrill.rules.run.RuleFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One group on its way through a replay, and the timelines of its alerts.
final class GroupReplay {
  private final GroupRunner runner;
  private final long interval;
  private final long phase;
  private final Map<AlertingEvaluator, Map<Labels, TimelineRecorder>> timelines =
      new LinkedHashMap<>();
  private long last = Long.MIN_VALUE;

  /// @param phase milliseconds by which evaluations come after multiples of the interval
  GroupReplay(GroupRunner runner, long interval, long phase) {
    this.runner = runner;
    this.interval = interval;
    this.phase = phase;
    for (RuleEvaluator evaluator : runner.evaluators()) {
      if (evaluator instanceof AlertingEvaluator alerting) {
        timelines.put(alerting, new LinkedHashMap<>());
      }
    }
  }

  GroupRunner runner() {
    return runner;
  }

  /// {@return whether the group is evaluated at a time}
  boolean isDue(long time) {
    return Math.floorMod(time - phase, interval) == 0;
  }

  /// {@return the first time from `from` on at which the group is evaluated}
  long dueFrom(long from) {
    return from + Math.floorMod(phase - from, interval);
  }

  List<RuleFailure> evaluate(long time) {
    last = time;
    List<RuleFailure> failures = runner.evaluate(time);
    timelines.forEach((evaluator, recorders) -> record(time, evaluator, recorders));
    return failures;
  }

  private static void record(
      long time, AlertingEvaluator evaluator, Map<Labels, TimelineRecorder> recorders) {
    Map<Labels, TimelineRecorder> gone = new LinkedHashMap<>(recorders);
    for (ActiveAlert alert : evaluator.alerts()) {
      @Nullable Phase phase = phase(alert.state());
      if (phase != null) {
        gone.remove(alert.labels());
        recorders
            .computeIfAbsent(alert.labels(), labels -> recorder(labels, evaluator))
            .record(time, phase, alert.value(), alert.annotations());
      }
    }
    gone.values().forEach(recorder -> recorder.record(time, null, 0, new TreeMap<>()));
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

  List<AlertReplay> finish() {
    List<AlertReplay> replays = new ArrayList<>();
    timelines.forEach(
        (evaluator, recorders) -> {
          List<AlertTimeline> instances = new ArrayList<>();
          recorders.values().forEach(recorder -> instances.add(recorder.finish(last)));
          String group = runner.group().name().value();
          replays.add(new AlertReplay(evaluator.rule(), group, instances));
        });
    return replays;
  }
}
