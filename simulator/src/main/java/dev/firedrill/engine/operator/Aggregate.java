package dev.firedrill.engine.operator;

import dev.firedrill.engine.PlanNode;
import dev.firedrill.labels.Labels;
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

  /// Aggregates a vector.
  ///
  /// @param parameter a scalar; null where the aggregation takes none
  public Aggregate(
      String name,
      Grouping grouping,
      Operator vector,
      @Nullable Operator parameter,
      Supplier<Accumulator> accumulators,
      StepBatches steps) {
    this.steps = steps;
    this.name = name;
    this.grouping = grouping;
    this.vector = vector;
    this.parameter = parameter;
    this.groups = SeriesGroups.of(grouping, vector.series());
    this.accumulators = new Accumulator[groups.count()];
    for (int i = 0; i < this.accumulators.length; i++) {
      this.accumulators[i] = accumulators.get();
    }
  }

  @Override
  public List<Labels> series() {
    return groups.labels();
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
      gather(in, row, parameters[row], started);
      for (int group = 0; group < accumulators.length; group++) {
        if (started[group]) {
          out.set(group, row, accumulators[group].result());
          started[group] = false;
        }
      }
    }
  }

  private void gather(Batch in, int row, double parameterValue, boolean[] started) {
    for (int column = 0; column < in.series(); column++) {
      if (in.hasNumber(column, row)) {
        int group = groups.of(column);
        if (started[group]) {
          accumulators[group].add(in.get(column, row));
        } else {
          accumulators[group].start(in.get(column, row), parameterValue);
          started[group] = true;
        }
      }
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
