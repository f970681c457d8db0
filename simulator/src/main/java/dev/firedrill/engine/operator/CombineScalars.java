package dev.firedrill.engine.operator;

import dev.firedrill.engine.PlanNode;
import dev.firedrill.labels.Labels;
import java.util.List;

/// A binary operator between two scalars.
public record CombineScalars(String symbol, BinaryKernel kernel, Operator left, Operator right)
    implements Operator {
  private static final List<Labels> SERIES = List.of(Labels.EMPTY);

  @Override
  public List<Labels> series() {
    return SERIES;
  }

  @Override
  public void fill(int first, Batch out) {
    double[] lefts = ScalarColumn.read(left, first, out.steps());
    double[] rights = ScalarColumn.read(right, first, out.steps());
    for (int row = 0; row < out.steps(); row++) {
      out.set(0, row, kernel.function().applyAsDouble(lefts[row], rights[row]));
    }
  }

  @Override
  public String describe() {
    return "scalar " + symbol + " scalar";
  }

  @Override
  public List<PlanNode> inputs() {
    return List.of(left, right);
  }
}
