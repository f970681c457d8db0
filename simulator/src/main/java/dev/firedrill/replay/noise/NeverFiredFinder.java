package dev.firedrill.replay.noise;

import dev.firedrill.alert.AlertInterval;
import dev.firedrill.alert.AlertTimeline;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.engine.Engine;
import dev.firedrill.engine.EvaluationException;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.ast.BinaryOperator;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.replay.AlertReplay;
import dev.firedrill.replay.RecordingSummary;
import dev.firedrill.replay.ReplayReport;
import dev.firedrill.replay.condition.Condition;
import dev.firedrill.replay.noise.NeverFired.Reason;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.run.RuleFailure;
import dev.firedrill.series.TimeRange;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
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
      Map<List<LabelMatcher>, InstantSelector> empty = new LinkedHashMap<>();
      needed(condition, empty);
      if (!empty.isEmpty()) {
        reasons.add(new NeverFired.NoSeries(List.copyOf(empty.values())));
        recorded(empty.keySet(), reasons);
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
  private void recorded(Collection<List<LabelMatcher>> missing, List<Reason> reasons) {
    Deque<List<LabelMatcher>> pending = new ArrayDeque<>(missing);
    Set<Rule.RecordingRule> told = Collections.newSetFromMap(new IdentityHashMap<>());
    while (!pending.isEmpty()) {
      List<LabelMatcher> matchers = pending.remove();
      for (RecordingSummary.SelectorData selector : report.data().selectors()) {
        if (selector.selector().matchers().equals(matchers)) {
          for (Rule.RecordingRule writer : selector.writers()) {
            if (told.add(writer) && writer.expr().result() instanceof ParseResult.Parsed parsed) {
              Map<List<LabelMatcher>, InstantSelector> empty = new LinkedHashMap<>();
              collect(parsed.expr(), empty);
              reasons.add(new NeverFired.NothingRecorded(writer, List.copyOf(empty.values())));
              pending.addAll(empty.keySet());
            }
          }
        }
      }
    }
  }

  /// Collects the selectors without series that keep a condition from holding.
  private void needed(Condition condition, Map<List<LabelMatcher>, InstantSelector> empty) {
    switch (condition) {
      case Condition.Comparison comparison -> {
        collect(comparison.watched(), empty);
        collect(comparison.threshold(), empty);
      }
      case Condition.Presence presence -> collect(presence.expr(), empty);
      case Condition.All all -> all.parts().forEach(part -> needed(part, empty));
      case Condition.Any any -> ofAny(any, empty);
      case Condition.Except except -> needed(except.kept(), empty);
      case Condition.Absence _ -> {}
    }
  }

  // One alternative with series is enough.
  private void ofAny(Condition.Any any, Map<List<LabelMatcher>, InstantSelector> empty) {
    Map<List<LabelMatcher>, InstantSelector> all = new LinkedHashMap<>();
    for (Condition part : any.parts()) {
      Map<List<LabelMatcher>, InstantSelector> own = new LinkedHashMap<>();
      needed(part, own);
      if (own.isEmpty()) {
        return;
      }
      all.putAll(own);
    }
    empty.putAll(all);
  }

  private void collect(Expr expr, Map<List<LabelMatcher>, InstantSelector> empty) {
    if (ExprWalk.all(expr).stream().anyMatch(NeverFiredFinder::doesWithout)) {
      return;
    }
    for (InstantSelector selector : ExprWalk.selectors(expr)) {
      if (!selector.trusted()
          && report.source().names(selector.matchers(), TimeRange.ALL).isEmpty()) {
        empty.putIfAbsent(selector.matchers(), selector);
      }
    }
  }

  /// Whether an expression has values though what it reads is missing.
  private static boolean doesWithout(Expr part) {
    return switch (part) {
      case Expr.Call call -> call.function().name().startsWith("absent");
      case Expr.Binary binary ->
          binary.operator() == BinaryOperator.OR || binary.operator() == BinaryOperator.UNLESS;
      case Expr.NumberLiteral _,
          Expr.StringLiteral _,
          Expr.Paren _,
          Expr.Unary _,
          Expr.Aggregation _,
          Expr.Selector _ ->
          false;
    };
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
