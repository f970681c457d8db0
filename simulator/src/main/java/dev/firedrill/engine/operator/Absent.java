package dev.firedrill.engine.operator;

import dev.firedrill.engine.PlanNode;
import dev.firedrill.labels.Labels;
import java.util.List;

/// `absent` and `absent_over_time`: 1 at the steps where there is nothing.
public final class Absent implements Operator {
  private final List<Labels> labels;
  private final Operator vector;

  /// Watches a vector.
  ///
  /// @param labels what the result is labelled with
  public Absent(Labels labels, Operator vector) {
    this.labels = List.of(labels);
    this.vector = vector;
  }

  @Override
  public List<Labels> series() {
    return labels;
  }

  @Override
  public void fill(int first, Batch out) {
    Batch in = vector.batch(first, out.steps());
    for (int row = 0; row < out.steps(); row++) {
      if (!in.anyAt(row)) {
        out.set(0, row, 1);
      }
    }
  }

  @Override
  public String describe() {
    return "1 where there is nothing";
  }

  @Override
  public List<PlanNode> inputs() {
    return List.of(vector);
  }
}
