package dev.firedrill.engine.operator;

import dev.firedrill.engine.PlanNode;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.labels.Labels;
import java.util.List;

/// The time of each step in seconds since the epoch.
public record StepTime(TimeGrid grid) implements Operator {
  private static final List<Labels> SERIES = List.of(Labels.EMPTY);

  @Override
  public List<Labels> series() {
    return SERIES;
  }

  @Override
  public void fill(int first, Batch out) {
    for (int row = 0; row < out.steps(); row++) {
      out.set(0, row, grid.time(first + row) / 1000.0);
    }
  }

  @Override
  public String describe() {
    return "time of the step";
  }

  @Override
  public List<PlanNode> inputs() {
    return List.of();
  }
}
