package dev.firedrill.replay.noise;

import dev.firedrill.alert.AlertInterval;
import dev.firedrill.alert.AlertTimeline;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.engine.Engine;
import dev.firedrill.engine.EvaluationException;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.replay.AlertReplay;
import dev.firedrill.replay.RecordingSummary;
import dev.firedrill.replay.ReplayReport;
import dev.firedrill.replay.condition.Condition;
import dev.firedrill.replay.noise.NeverFired.Reason;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.run.RuleFailure;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds out why an alert never fired.
record NeverFiredFinder(ReplayReport report, Engine engine, NoiseLimits limits) {
  /// {@return what there is to say of an alert; empty where it fired}
  Optional<NeverFired> find(AlertReplay alert) {
    return alert.firings() > 0
        ? Optional.empty()
        : Optional.of(new NeverFired(alert, reasons(alert)));
  }

  private List<Reason> reasons(AlertReplay alert) {
    Optional<TimeGrid> grid = alert.queried();
    if (grid.isEmpty() || !(alert.rule().expr().result() instanceof ParseResult.Parsed parsed)) {
      return List.of(new NeverFired.NotEvaluated());
    }
    List<Reason> reasons = new ArrayList<>();
    failures(alert).ifPresent(reasons::add);
    pending(alert).ifPresent(reasons::add);
    if (reasons.isEmpty()) {
      Condition condition = Condition.of(parsed.expr());
      MissingSeries series = new MissingSeries(report.source());
      Map<List<LabelMatcher>, InstantSelector> empty = series.of(condition);
      if (!empty.isEmpty()) {
        reasons.add(new NeverFired.NoSeries(List.copyOf(empty.values())));
        recorded(empty.keySet(), series, reasons);
      } else {
        conditions(condition, grid.get(), reasons);
      }
    }
    boolean explained = !reasons.stream().allMatch(NeverFired.Held.class::isInstance);
    if (!explained || reasons.isEmpty()) {
      reasons.add(new NeverFired.NoMatch());
    }
    return reasons;
  }

  private Optional<Reason> failures(AlertReplay alert) {
    int count = 0;
    String first = "";
    for (RuleFailure failure : report.failures()) {
      if (failure.rule().location().equals(alert.rule().location())) {
        first = count == 0 ? failure.message() : first;
        count++;
      }
    }
    return count == 0 ? Optional.empty() : Optional.of(new NeverFired.Failed(count, first));
  }

  private static Optional<Reason> pending(AlertReplay alert) {
    int count = 0;
    long longest = 0;
    for (AlertTimeline instance : alert.instances()) {
      for (AlertInterval interval : instance.intervals()) {
        count++;
        // The end of one that is open is an evaluation at which it held.
        long last = interval.open() ? alert.step() : 0;
        longest = Math.max(longest, interval.length() + last);
      }
    }
    @Nullable Located<Duration> written = alert.rule().holdDuration();
    long hold = written == null ? 0 : written.value().toMillis();
    long step = Math.max(1, alert.step());
    return count == 0
        ? Optional.empty()
        : Optional.of(
            new NeverFired.NotLongEnough(
                count, longest / step, 1 - Math.floorDiv(-hold, step), hold));
  }

  /// Why records are missing, and those that they are recorded from, and so on.
  private void recorded(
      Collection<List<LabelMatcher>> missing, MissingSeries series, List<Reason> reasons) {
    Deque<List<LabelMatcher>> pending = new ArrayDeque<>(missing);
    Set<Rule.RecordingRule> told = Collections.newSetFromMap(new IdentityHashMap<>());
    while (!pending.isEmpty()) {
      List<LabelMatcher> matchers = pending.remove();
      for (RecordingSummary.SelectorData selector : report.data().selectors()) {
        if (selector.selector().matchers().equals(matchers)) {
          for (Rule.RecordingRule writer : selector.writers()) {
            if (told.add(writer) && writer.expr().result() instanceof ParseResult.Parsed parsed) {
              Map<List<LabelMatcher>, InstantSelector> empty = series.of(parsed.expr());
              reasons.add(new NeverFired.NothingRecorded(writer, List.copyOf(empty.values())));
              pending.addAll(empty.keySet());
            }
          }
        }
      }
    }
  }

  private void conditions(Condition condition, TimeGrid grid, List<Reason> reasons) {
    List<Reason> held = new ArrayList<>();
    for (Condition.Comparison comparison : condition.deciding()) {
      try {
        Reason reason =
            ClosestApproach.of(comparison, engine, report.source(), grid, limits.cells());
        (reason instanceof NeverFired.Held ? held : reasons).add(reason);
      } catch (EvaluationException e) {
        reasons.add(new NeverFired.Failed(grid.count(), e.text()));
      }
    }
    reasons.addAll(held);
    for (Condition.Absence absence : condition.absences()) {
      try {
        if (ConstantPresence.of(absence.watched(), engine, report.source(), grid)) {
          reasons.add(new NeverFired.NeverAbsent(absence));
        }
      } catch (EvaluationException e) {
        reasons.add(new NeverFired.Failed(grid.count(), e.text()));
      }
    }
  }
}
