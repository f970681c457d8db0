package dev.firedrill.engine.operator;

import dev.firedrill.engine.PlanNode;
import dev.firedrill.labels.Labels;
import java.util.List;

/// A number, the same at every step.
public record Constant(double value) implements Operator {
  private static final List<Labels> SERIES = List.of(Labels.EMPTY);

  @Override
  public List<Labels> series() {
    return SERIES;
  }

  @Override
  public void fill(int first, Batch out) {
    for (int row = 0; row < out.steps(); row++) {
      out.set(0, row, value);
    }
  }

  @Override
  public String describe() {
    return "constant " + value;
  }

  @Override
  public List<PlanNode> inputs() {
    return List.of();
  }
}
