package dev.firedrill.engine.operator;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.engine.Annotations;
import dev.firedrill.engine.HistogramNotes;
import dev.firedrill.engine.PlanNode;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Grouping;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// An aggregation that reduces the values of each group to one.
public final class Aggregate implements Operator {
  private final String name;
  private final Grouping grouping;
  private final Operator vector;
  private final @Nullable Operator parameter;
  private final SeriesGroups groups;
  private final Accumulator[] accumulators;
  private final StepBatches steps;

  private final HistogramUse use;
  private final boolean mayHoldHistograms;
  private final HistogramGroups histograms;
  private final Annotations annotations;
  private final Span span;

  /// Aggregates a vector.
  ///
  /// @param aggregation which one, reducing each group to a value
  /// @param parameter a scalar; null where the aggregation takes none
  /// @param accumulators what gathers the numbers of a group
  public Aggregate(
      Expr.Aggregation aggregation,
      Operator vector,
      @Nullable Operator parameter,
      Supplier<Accumulator> accumulators,
      StepBatches steps,
      Annotations annotations) {
    this.steps = steps;
    this.name = aggregation.operator().keyword();
    this.grouping = aggregation.grouping();
    this.vector = vector;
    this.parameter = parameter;
    this.groups = SeriesGroups.of(grouping, vector.series());
    this.accumulators = new Accumulator[groups.count()];
    for (int i = 0; i < this.accumulators.length; i++) {
      this.accumulators[i] = accumulators.get();
    }
    this.use = HistogramUse.of(aggregation.operator());
    boolean totals = use == HistogramUse.SUMMED || use == HistogramUse.AVERAGED;
    this.mayHoldHistograms = totals && vector.mayHoldHistograms();
    this.annotations = annotations;
    this.span = aggregation.operand().span();
    this.histograms =
        new HistogramGroups(
            vector.mayHoldHistograms() ? groups.count() : 0,
            use == HistogramUse.AVERAGED,
            annotations,
            span);
  }

  @Override
  public boolean mayHoldHistograms() {
    return mayHoldHistograms;
  }

  @Override
  public List<Labels> series() {
    return groups.labels();
  }

  /// {@return whether the last bits of the results depend on the order of the elements}
  public boolean dependsOnOrder() {
    return !name.equals("count") && !name.equals("group") && !name.equals("quantile");
  }

  /// {@return whether the groups stand in the order of their first elements, whichever elements are
  ///     there: no series of a later group comes before one of an earlier group}
  public boolean keepsOrder() {
    for (int series = 1; series < vector.series().size(); series++) {
      if (groups.of(series) < groups.of(series - 1)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean losesName(int series) {
    return groups.anyLosesName(series, vector, steps);
  }

  @Override
  public void fill(int first, Batch out) {
    Batch in = vector.batch(first, out.steps());
    double[] parameters =
        parameter == null
            ? new double[out.steps()]
            : ScalarColumn.read(parameter, first, out.steps());
    boolean[] started = new boolean[accumulators.length];
    for (int row = 0; row < out.steps(); row++) {
      if (in.hasNumbersOnly()) {
        gatherNumbers(in, row, parameters[row], started);
      } else {
        gather(in, row, parameters[row], started);
      }
      for (int group = 0; group < accumulators.length; group++) {
        if (mayHoldHistograms && histograms.has(group)) {
          histograms.end(group, started[group], out, row);
        } else if (started[group]) {
          out.set(group, row, accumulators[group].result());
        }
        started[group] = false;
      }
    }
  }

  // The loop that takes the time is small, for the compiler's sake.
  private void gatherNumbers(Batch in, int row, double parameterValue, boolean[] started) {
    for (int column = 0; column < in.series(); column++) {
      if (in.has(column, row)) {
        gather(in.get(column, row), parameterValue, groups.of(column), started);
      }
    }
  }

  private void gather(Batch in, int row, double parameterValue, boolean[] started) {
    for (int column = 0; column < in.series(); column++) {
      if (in.has(column, row)) {
        @Nullable NativeHistogram histogram = in.histogram(column, row);
        int group = groups.of(column);
        if (histogram != null && use != HistogramUse.COUNTED) {
          gather(histogram, column, group, started[group]);
        } else if (!mayHoldHistograms || !histograms.failed(group)) {
          gather(in.get(column, row), parameterValue, group, started);
        }
      }
    }
  }

  private void gather(double value, double parameterValue, int group, boolean[] started) {
    if (started[group]) {
      accumulators[group].add(value);
    } else {
      accumulators[group].start(value, parameterValue);
      started[group] = true;
    }
  }

  private void gather(NativeHistogram histogram, int column, int group, boolean hasNumbers) {
    if (use == HistogramUse.IGNORED) {
      annotations.add(HistogramNotes.ignoredInAggregation(name, span));
    } else {
      histograms.add(group, histogram, hasNumbers, vector.series().get(column).metricName());
    }
  }

  @Override
  public String describe() {
    return name + SeriesGroups.describe(grouping) + ": " + groups.count() + " groups";
  }

  @Override
  public List<PlanNode> inputs() {
    List<PlanNode> inputs = new ArrayList<>();
    if (parameter != null) {
      inputs.add(parameter);
    }
    inputs.add(vector);
    return inputs;
  }
}
