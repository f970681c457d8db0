package dev.firedrill.engine.operator;

import dev.firedrill.engine.PlanNode;
import dev.firedrill.labels.Labels;
import java.util.List;

/// An operator that does not depend on the step: evaluated once, repeated at every step.
public final class Repeat implements Operator {
  private final Present once;

  /// Repeats what an operator on a grid of one step yields.
  public Repeat(Operator inner) {
    this.once = new Present(inner);
  }

  @Override
  public List<Labels> series() {
    return once.series();
  }

  @Override
  public boolean mayHoldHistograms() {
    return once.mayHoldHistograms();
  }

  @Override
  public boolean losesName(int series) {
    return once.losesName(series);
  }

  @Override
  public void fill(int first, Batch out) {
    Batch values = once.batch(0, 1);
    for (int column = 0; column < out.series(); column++) {
      for (int row = 0; row < out.steps(); row++) {
        out.copy(column, row, values, column, 0);
      }
    }
  }

  @Override
  public String describe() {
    return "once, for all steps";
  }

  @Override
  public List<PlanNode> inputs() {
    return List.of(once);
  }
}
