package dev.firedrill.engine.operator;

import dev.firedrill.engine.PlanNode;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.StaleNaN;
import java.util.List;

/// `scalar`: the value of a vector's only element, NaN where there is none or more than one.
public record AsScalar(Operator vector) implements Operator {
  private static final List<Labels> SERIES = List.of(Labels.EMPTY);

  @Override
  public List<Labels> series() {
    return SERIES;
  }

  @Override
  public void fill(int first, Batch out) {
    Batch in = vector.batch(first, out.steps());
    for (int row = 0; row < out.steps(); row++) {
      out.set(0, row, only(in, row));
    }
  }

  private static double only(Batch in, int row) {
    double value = StaleNaN.NORMAL_NAN;
    boolean found = false;
    for (int column = 0; column < in.series(); column++) {
      if (in.hasNumber(column, row)) {
        if (found) {
          return StaleNaN.NORMAL_NAN;
        }
        found = true;
        value = in.get(column, row);
      }
    }
    return value;
  }

  @Override
  public String describe() {
    return "scalar of the only element";
  }

  @Override
  public List<PlanNode> inputs() {
    return List.of(vector);
  }
}
