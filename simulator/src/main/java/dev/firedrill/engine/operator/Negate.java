package dev.firedrill.engine.operator;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.engine.PlanNode;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.Labels;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Unary minus; the metric name goes.
public final class Negate implements Operator {
  private final Operator operand;
  private final NameRemoval names;
  private final LabelMapping mapping;
  private final Span span;

  /// Negates a vector or a scalar.
  public Negate(Operator operand, NameRemoval names, Span span) {
    this.operand = operand;
    this.names = names;
    this.mapping = LabelMapping.of(operand.series(), names::drop);
    this.span = span;
  }

  @Override
  public List<Labels> series() {
    return mapping.outputs();
  }

  @Override
  public boolean losesName(int series) {
    return names.marks();
  }

  @Override
  public boolean mayHoldHistograms() {
    return operand.mayHoldHistograms();
  }

  @Override
  public void fill(int first, Batch out) {
    Batch in = operand.batch(first, out.steps());
    for (int column = 0; column < in.series(); column++) {
      for (int row = 0; row < out.steps(); row++) {
        if (in.has(column, row)) {
          negate(in, column, row, out);
        }
      }
    }
  }

  private void negate(Batch in, int column, int row, Batch out) {
    @Nullable NativeHistogram histogram = in.histogram(column, row);
    if (histogram == null) {
      mapping.set(out, column, row, -in.get(column, row), span);
    } else {
      mapping.set(out, column, row, histogram.times(-1), span);
    }
  }

  @Override
  public String describe() {
    return "- of each element";
  }

  @Override
  public List<PlanNode> inputs() {
    return List.of(operand);
  }
}
