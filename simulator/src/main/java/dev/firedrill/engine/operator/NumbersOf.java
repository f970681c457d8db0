package dev.firedrill.engine.operator;

import dev.firedrill.engine.PlanNode;
import dev.firedrill.labels.Labels;
import java.util.List;

/// The numbers of a vector, native histograms left out.
public record NumbersOf(Operator vector) implements Operator {
  @Override
  public List<Labels> series() {
    return vector.series();
  }

  @Override
  public boolean losesName(int series) {
    return vector.losesName(series);
  }

  @Override
  public void fill(int first, Batch out) {
    Batch in = vector.batch(first, out.steps());
    for (int column = 0; column < in.series(); column++) {
      for (int row = 0; row < out.steps(); row++) {
        if (in.hasNumber(column, row)) {
          out.set(column, row, in.get(column, row));
        }
      }
    }
  }

  @Override
  public String describe() {
    return "numbers";
  }

  @Override
  public List<PlanNode> inputs() {
    return List.of(vector);
  }
}
