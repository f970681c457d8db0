package dev.firedrill.engine.operator;

import dev.firedrill.engine.PlanNode;
import dev.firedrill.labels.Labels;
import java.util.List;

/// An operator that counts the samples it yields.
public final class Counted implements Operator {
  private final Operator inner;
  private long samples;
  private int steps;

  /// Counts what an operator yields.
  public Counted(Operator inner) {
    this.inner = inner;
  }

  /// {@return how many samples there were at all steps asked for so far, those asked for again
  ///     counted once}
  public long samples() {
    return samples;
  }

  @Override
  public List<Labels> series() {
    return inner.series();
  }

  @Override
  public boolean losesName(int series) {
    return inner.losesName(series);
  }

  @Override
  public boolean mayHoldHistograms() {
    return inner.mayHoldHistograms();
  }

  @Override
  public void fill(int first, Batch out) {
    inner.fill(first, out);
    for (int row = Math.max(0, steps - first); row < out.steps(); row++) {
      for (int column = 0; column < out.series(); column++) {
        if (out.has(column, row)) {
          samples += SampleWeight.of(out.histogram(column, row));
        }
      }
    }
    steps = Math.max(steps, first + out.steps());
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
