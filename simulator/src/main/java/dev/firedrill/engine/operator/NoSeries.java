package dev.firedrill.engine.operator;

import dev.firedrill.engine.PlanNode;
import dev.firedrill.labels.Labels;
import java.util.List;

/// A vector that is always empty.
public record NoSeries() implements Operator {
  @Override
  public List<Labels> series() {
    return List.of();
  }

  @Override
  public void fill(int first, Batch out) {
    // There is nothing to write.
  }

  @Override
  public String describe() {
    return "nothing";
  }

  @Override
  public List<PlanNode> inputs() {
    return List.of();
  }
}
