package dev.firedrill.engine.operator;

import dev.firedrill.engine.PlanNode;
import dev.firedrill.labels.Labels;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/// A binary operator between two scalars.
public record CombineScalars(
    String symbol, DoubleBinaryOperator function, Operator left, Operator right)
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
      out.set(0, row, function.applyAsDouble(lefts[row], rights[row]));
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
