package dev.firedrill.replay;

import dev.firedrill.alert.AlertInterval.Phase;
import dev.firedrill.alert.AlertState;
import dev.firedrill.alert.AlertTimeline;
import dev.firedrill.alert.TimelineRecorder;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.labels.Labels;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;
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
  private final @Nullable TimeGrid times;
  private final List<Followed> followed = new ArrayList<>();
  private final long shown;
  private int next;

  /// An alerting rule and the timelines of its alerts.
  private static final class Followed {
    private final AlertingEvaluator evaluator;
    private final Map<Labels, TimelineRecorder> timelines = new LinkedHashMap<>();
    private List<TimelineRecorder> active = List.of();

    Followed(AlertingEvaluator evaluator) {
      this.evaluator = evaluator;
    }

    void record(long time) {
      List<TimelineRecorder> now = new ArrayList<>();
      for (ActiveAlert alert : evaluator.alerts()) {
        @Nullable Phase phase = phase(alert.state());
        if (phase != null) {
          TimelineRecorder recorder = recorder(alert.labels());
          recorder.record(
              time, phase, alert.value(), alert.histogram(), alert.annotationsWhenAsked());
          now.add(recorder);
        }
      }
      // Of many instances few are active; those that were no more active before stay as they are.
      for (TimelineRecorder recorder : active) {
        if (recorder.lastTime() < time) {
          recorder.record(time, null, 0, null, TreeMap::new);
        }
      }
      active = now;
    }

    private TimelineRecorder recorder(Labels labels) {
      TimelineRecorder known = timelines.get(labels);
      if (known == null) {
        known = new TimelineRecorder(labels, PeakSide.isLeast(evaluator.rule().expr()));
        timelines.put(labels, known);
      }
      return known;
    }

    List<AlertTimeline> finish(long last) {
      List<AlertTimeline> instances = new ArrayList<>();
      timelines.values().forEach(recorder -> instances.add(recorder.finish(last)));
      return instances;
    }
  }

  /// @param times when the group is evaluated; null where it never is
  /// @param shown epoch milliseconds from which on it is told what happens
  GroupReplay(GroupRunner runner, @Nullable TimeGrid times, long shown) {
    this.runner = runner;
    this.times = times;
    this.shown = shown;
    for (RuleEvaluator evaluator : runner.evaluators()) {
      if (evaluator instanceof AlertingEvaluator alerting) {
        followed.add(new Followed(alerting));
      }
    }
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
  /// @param listener is told of the alerting rules
  List<RuleFailure> evaluate(AlertListener listener) {
    long time = nextTime();
    next++;
    TimeGrid due = times;
    List<RuleFailure> failures = runner.evaluate(time);
    for (Followed one : followed) {
      if (time >= shown) {
        one.record(time);
      }
      Rule.AlertingRule rule = one.evaluator.rule();
      @Nullable RuleFailure failure = failure(failures, rule);
      if (failure != null) {
        listener.failed(rule, failure, one.evaluator.alerts());
      } else if (due != null) {
        listener.evaluated(rule, due.step(), time, one.evaluator.alerts());
      }
    }
    return time >= shown ? failures : List.of();
  }

  @SuppressWarnings("ReferenceEquality") // the same rule may stand in several places
  private static @Nullable RuleFailure failure(List<RuleFailure> failures, Rule rule) {
    for (RuleFailure failure : failures) {
      if (failure.rule() == rule) {
        return failure;
      }
    }
    return null;
  }

  private static @Nullable Phase phase(AlertState state) {
    return switch (state) {
      case AlertState.Pending _ -> Phase.PENDING;
      case AlertState.Firing _ -> Phase.FIRING;
      case AlertState.Resolved _ -> null;
    };
  }

  /// {@return the evaluations that are told of; null where there are none}
  @Nullable TimeGrid told() {
    return told(times, shown);
  }

  /// {@return the evaluations that are told of; null where there are none}
  /// @param due all of them; null where there are none
  /// @param shown epoch milliseconds from which on it is told what happens
  static @Nullable TimeGrid told(@Nullable TimeGrid due, long shown) {
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
    List<AlertReplay> replays = new ArrayList<>();
    for (Rule rule : rules) {
      if (rule instanceof Rule.AlertingRule alert) {
        replays.add(new AlertReplay(alert, group(), told(), instances(alert, last)));
      }
    }
    return replays;
  }

  @SuppressWarnings("ReferenceEquality") // the same rule may stand in several places
  private List<AlertTimeline> instances(Rule.AlertingRule rule, long last) {
    for (Followed one : followed) {
      if (one.evaluator.rule() == rule) {
        return one.finish(last);
      }
    }
    return List.of();
  }
}
