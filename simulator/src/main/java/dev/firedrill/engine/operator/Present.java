package dev.firedrill.engine.operator;

import dev.firedrill.engine.PlanNode;
import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.List;

/// What an operator yields at the only step of an instant query: just the series that are there.
///
/// It makes the order of series that of the samples, on which sorting, the order of groups and what
/// users see of an instant query depend.
public final class Present implements Operator {
  private final Operator inner;
  private final List<Labels> labels = new ArrayList<>();
  private final List<Integer> sources = new ArrayList<>();
  private final Batch values;

  /// Evaluates an operator whose grid has one step.
  public Present(Operator inner) {
    this.inner = inner;
    Batch batch = inner.batch(0, 1);
    Batch found = new Batch(batch.series(), 1);
    for (int column = 0; column < batch.series(); column++) {
      if (batch.has(column, 0)) {
        found.copy(labels.size(), 0, batch, column, 0);
        sources.add(column);
        labels.add(inner.series().get(column));
      }
    }
    this.values = found;
  }

  @Override
  public List<Labels> series() {
    return labels;
  }

  @Override
  public boolean mayHoldHistograms() {
    return !values.hasNumbersOnly();
  }

  @Override
  public boolean losesName(int series) {
    return inner.losesName(sources.get(series));
  }

  @Override
  public void fill(int first, Batch out) {
    for (int column = 0; column < out.series(); column++) {
      out.copy(column, 0, values, column, 0);
    }
  }

  @Override
  public String describe() {
    return inner.describe();
  }

  @Override
  public List<PlanNode> inputs() {
    return inner.inputs();
  }
}
