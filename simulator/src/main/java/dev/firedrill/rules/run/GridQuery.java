package dev.firedrill.rules.run;

import dev.firedrill.engine.EachInstant;
import dev.firedrill.engine.Engine;
import dev.firedrill.engine.EvaluationException;
import dev.firedrill.engine.PlanNode;
import dev.firedrill.engine.PlanTooLongException;
import dev.firedrill.engine.QueryResult;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.engine.operator.Batch;
import dev.firedrill.engine.operator.Operator;
import dev.firedrill.engine.operator.StepBatches;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.series.SeriesSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A rule's expression evaluated by one plan for many steps, a batch of steps at a time.
///
/// Where a plan fails, some step fails, and each of the plan's is evaluated on its own from there
/// on.
final class GridQuery implements RuleQuery {
  private static final int CELLS = 1 << 15;
  private static final int LEAST_STEPS = 16;

  private final Engine engine;
  private final Expr expr;
  private final SeriesSource source;
  private final TimeGrid grid;
  private final RuleQuery single;
  private final boolean strict;
  private final PlanWindow window;
  private final @Nullable WorkAhead background;
  private final Consumer<String> remarks;
  private BitSet before = new BitSet();
  private Set<Labels> carried = Set.of();
  private @Nullable TimeGrid planned;
  private @Nullable EachInstant plan;
  private @Nullable BatchesAhead batches;
  private @Nullable BatchRows batch;
  private int first;
  private int mostSteps = Integer.MAX_VALUE;

  /// A query that is planned when it is first asked.
  ///
  /// @param source complete by then
  /// @param grid all times that will be asked for, in their order
  /// @param single evaluates single steps
  /// @param strict whether the order of all samples counts, not just of those that were not there
  ///     a step before
  /// @param window how many steps a plan is for
  /// @param background evaluates what will be asked for next; null where nothing is done ahead
  /// @param remarks takes what PromQL remarks, when a plan is let go of
  GridQuery(
      Engine engine,
      Expr expr,
      SeriesSource source,
      TimeGrid grid,
      RuleQuery single,
      boolean strict,
      PlanWindow window,
      @Nullable WorkAhead background,
      Consumer<String> remarks) {
    this.engine = engine;
    this.expr = expr;
    this.source = window.read(source);
    this.grid = grid;
    this.single = single;
    this.strict = strict;
    this.window = window;
    this.background = background;
    this.remarks = remarks;
  }

  @Override
  public List<QueryResult.Sample> at(long time) throws RuleException {
    TimeGrid own = window(time);
    int step = step(own, time);
    EachInstant usable = plan;
    BatchRows rows = usable == null ? null : rows(step);
    if (usable == null || rows == null) {
      return single.at(time);
    }
    int row = step - first;
    int count = rows.count(row);
    if (count == 0) {
      before.clear();
      return List.of();
    }
    List<QueryResult.Sample> samples = new ArrayList<>(count);
    BitSet present = new BitSet();
    int fresh = 0;
    for (int place = 0; place < count; place++) {
      int column = rows.column(row, place);
      samples.add(sample(usable.operator().series().get(column), rows.batch(), column, row));
      present.set(column);
      fresh += before.get(column) ? 0 : 1;
    }
    before = present;
    boolean orderCounts = strict ? samples.size() > 1 : fresh > 1;
    return orderCounts && !usable.ordered() ? single.at(time) : samples;
  }

  @Override
  public void begin(long time) {
    @Nullable TimeGrid current = planned;
    if (current == null || time > current.end()) {
      TimeGrid own = window(time);
      BatchesAhead ahead = batches;
      if (ahead != null) {
        ahead.begin(step(own, time));
      }
    }
  }

  private static int step(TimeGrid steps, long time) {
    return Math.toIntExact((time - steps.start()) / steps.step());
  }

  @Override
  public void forget() {
    before = new BitSet();
    carried = Set.of();
  }

  private static QueryResult.Sample sample(Labels labels, Batch rows, int column, int row) {
    NativeHistogram histogram = rows.histogram(column, row);
    return histogram == null
        ? new QueryResult.Sample(labels, rows.get(column, row))
        : new QueryResult.Sample(labels, histogram);
  }

  /// The steps that the plan at hand is for, a new one where the time is beyond the last one's.
  private TimeGrid window(long time) {
    @Nullable TimeGrid current = planned;
    if (current == null || time > current.end()) {
      // Let go of before the next one is made: both together would take twice the memory.
      release();
      int step = Math.toIntExact((time - grid.start()) / grid.step());
      current = planFor(window.next(grid, step));
      planned = current;
      EachInstant fresh = plan;
      batches = fresh == null ? null : batches(fresh, current);
      before = columns(carried);
      carried = Set.of();
    }
    return current;
  }

  /// Lets go of the plan; what was there at its last step is kept in mind.
  void release() {
    if (planned != null) {
      tellRemarks();
      carried = present();
      planned = null;
      plan = null;
      batches = null;
      batch = null;
    }
  }

  /// Passes on what PromQL remarks on what was evaluated so far; nothing is evaluated any more
  /// then.
  void tellRemarks() {
    BatchesAhead ahead = batches;
    if (ahead != null) {
      ahead.await();
    }
    EachInstant known = plan;
    if (known != null) {
      known.annotations().list().forEach(each -> remarks.accept(each.prefixed()));
    }
  }

  // The plan may have remarked on steps that fail when it was made: one for the others is asked.
  private void tellRemarksUntil(int step) {
    EachInstant failed = plan;
    TimeGrid all = planned;
    if (all == null || failed == null || step == 0 || failed.annotations().list().isEmpty()) {
      return;
    }
    planFor(new TimeGrid(all.start(), all.step(), step));
    EachInstant fine = plan;
    if (fine == null) {
      return;
    }
    StepBatches steps = new StepBatches(all, batchSteps(fine.operator()));
    for (StepBatches.Run run : steps.between(0, step)) {
      fine.operator().batch(run.first(), run.steps());
    }
    fine.annotations().list().forEach(each -> remarks.accept(each.prefixed()));
  }

  private BatchesAhead batches(EachInstant usable, TimeGrid steps) {
    Operator operator = usable.operator();
    return new BatchesAhead(
        operator, usable.annotations(), steps.count(), batchSteps(operator), background);
  }

  /// Makes a plan for as many steps as one plan can hold.
  ///
  /// @return these steps
  private TimeGrid planFor(TimeGrid wanted) {
    TimeGrid steps = wanted;
    // What made the last one too long may be over.
    mostSteps = (int) Math.min(2L * mostSteps, Integer.MAX_VALUE);
    while (true) {
      steps = new TimeGrid(steps.start(), steps.step(), Math.min(steps.count(), mostSteps));
      try {
        plan = engine.eachInstant(expr, source, steps).orElse(null);
        return steps;
      } catch (PlanTooLongException e) {
        mostSteps = Math.max(1, steps.count() / 4);
      } catch (EvaluationException e) {
        plan = null;
        return steps;
      }
    }
  }

  private Set<Labels> present() {
    @Nullable EachInstant known = plan;
    Set<Labels> present = new HashSet<>();
    if (known != null) {
      before.stream().forEach(column -> present.add(known.operator().series().get(column)));
    }
    return present;
  }

  private BitSet columns(Set<Labels> present) {
    BitSet columns = new BitSet();
    @Nullable EachInstant known = plan;
    if (known != null && !present.isEmpty()) {
      List<Labels> series = known.operator().series();
      for (int column = 0; column < series.size(); column++) {
        columns.set(column, present.contains(series.get(column)));
      }
    }
    return columns;
  }

  /// The batch that a step is in; null where it cannot be evaluated.
  private @Nullable BatchRows rows(int step) {
    BatchRows current = batch;
    BatchesAhead ahead = batches;
    if (current != null && step >= first && step < first + current.steps()) {
      return current;
    }
    try {
      first = step;
      batch = ahead == null ? null : ahead.from(step);
    } catch (EvaluationException e) {
      batch = null;
      tellRemarksUntil(step);
      plan = null;
    }
    return batch;
  }

  // The more series there are the fewer steps, so that batches are gone before they grow old.
  private int batchSteps(Operator operator) {
    int fitting = CELLS / Math.max(1, widest(operator));
    return Math.min(engine.options().batchSteps(), Math.max(LEAST_STEPS, fitting));
  }

  private static int widest(PlanNode node) {
    int widest = node instanceof Operator operator ? operator.series().size() : 0;
    for (PlanNode input : node.inputs()) {
      widest = Math.max(widest, widest(input));
    }
    return widest;
  }
}
