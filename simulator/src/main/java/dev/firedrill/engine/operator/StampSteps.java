package dev.firedrill.engine.operator;

import dev.firedrill.engine.PlanNode;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.labels.Labels;
import java.util.List;

/// The time of the step in seconds for each element of a vector, number or histogram.
public record StampSteps(Operator vector, TimeGrid grid) implements Operator {
  @Override
  public List<Labels> series() {
    return vector.series();
  }

  @Override
  public void fill(int first, Batch out) {
    Batch in = vector.batch(first, out.steps());
    for (int column = 0; column < in.series(); column++) {
      for (int row = 0; row < out.steps(); row++) {
        if (in.has(column, row)) {
          out.set(column, row, grid.time(first + row) / 1000.0);
        }
      }
    }
  }

  @Override
  public String describe() {
    return "time of the step for each element";
  }

  @Override
  public List<PlanNode> inputs() {
    return List.of(vector);
  }
}
