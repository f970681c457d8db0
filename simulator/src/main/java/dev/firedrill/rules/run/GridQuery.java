package dev.firedrill.rules.run;

import dev.firedrill.engine.EachInstant;
import dev.firedrill.engine.Engine;
import dev.firedrill.engine.EvaluationException;
import dev.firedrill.engine.QueryResult;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.engine.operator.Batch;
import dev.firedrill.engine.operator.Operator;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.series.SeriesSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A rule's expression evaluated by one plan for all steps, a batch of steps at a time.
///
/// Where the plan fails, some step fails, and each is evaluated on its own from there on.
final class GridQuery implements RuleQuery {
  private final Engine engine;
  private final Expr expr;
  private final SeriesSource source;
  private final TimeGrid grid;
  private final RuleQuery single;
  private final boolean strict;
  private BitSet before = new BitSet();
  private boolean planned;
  private @Nullable EachInstant plan;
  private @Nullable Batch batch;
  private int first;

  /// A query that is planned when it is first asked.
  ///
  /// @param source complete by then
  /// @param grid all times that will be asked for, in their order
  /// @param single evaluates single steps
  /// @param strict whether the order of all samples counts, not just of those that were not there
  ///     a step before
  GridQuery(
      Engine engine,
      Expr expr,
      SeriesSource source,
      TimeGrid grid,
      RuleQuery single,
      boolean strict) {
    this.engine = engine;
    this.expr = expr;
    this.source = source;
    this.grid = grid;
    this.single = single;
    this.strict = strict;
  }

  @Override
  public List<QueryResult.Sample> at(long time) throws RuleException {
    int step = Math.toIntExact((time - grid.start()) / grid.step());
    EachInstant usable = usable();
    Batch rows = usable == null ? null : rows(usable.operator(), step);
    if (usable == null || rows == null) {
      return single.at(time);
    }
    List<QueryResult.Sample> samples = new ArrayList<>();
    BitSet present = new BitSet();
    int fresh = 0;
    int row = step - first;
    for (int column = 0; column < rows.series(); column++) {
      if (rows.has(column, row)) {
        samples.add(sample(usable.operator().series().get(column), rows, column, row));
        present.set(column);
        fresh += before.get(column) ? 0 : 1;
      }
    }
    before = present;
    boolean orderCounts = strict ? samples.size() > 1 : fresh > 1;
    return orderCounts && !usable.ordered() ? single.at(time) : samples;
  }

  @Override
  public void forget() {
    before = new BitSet();
  }

  private static QueryResult.Sample sample(Labels labels, Batch rows, int column, int row) {
    NativeHistogram histogram = rows.histogram(column, row);
    return histogram == null
        ? new QueryResult.Sample(labels, rows.get(column, row))
        : new QueryResult.Sample(labels, histogram);
  }

  private @Nullable EachInstant usable() {
    if (!planned) {
      planned = true;
      try {
        Optional<EachInstant> found = engine.eachInstant(expr, source, grid);
        plan = found.orElse(null);
      } catch (EvaluationException e) {
        plan = null;
      }
    }
    return plan;
  }

  /// The batch that a step is in; null where it cannot be evaluated.
  private @Nullable Batch rows(Operator operator, int step) {
    Batch current = batch;
    if (current != null && step >= first && step < first + current.steps()) {
      return current;
    }
    try {
      first = step;
      int size = Math.min(engine.options().batchSteps(), grid.count() - step);
      batch = operator.batch(step, size);
    } catch (EvaluationException e) {
      batch = null;
      plan = null;
    }
    return batch;
  }
}
