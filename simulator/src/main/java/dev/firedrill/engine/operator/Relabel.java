package dev.firedrill.engine.operator;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.engine.PlanNode;
import dev.firedrill.labels.Labels;
import java.util.List;
import java.util.function.UnaryOperator;

/// The same values under other labels.
public final class Relabel implements Operator {
  private final String name;
  private final Operator vector;
  private final LabelMapping mapping;
  private final Span span;

  /// Changes the labels of a vector.
  ///
  /// @param name what is explained
  public Relabel(String name, Operator vector, UnaryOperator<Labels> change, Span span) {
    this.name = name;
    this.vector = vector;
    this.mapping = LabelMapping.of(vector.series(), change);
    this.span = span;
  }

  @Override
  public List<Labels> series() {
    return mapping.outputs();
  }

  @Override
  public boolean mayHoldHistograms() {
    return vector.mayHoldHistograms();
  }

  @Override
  public void fill(int first, Batch out) {
    Batch in = vector.batch(first, out.steps());
    for (int column = 0; column < in.series(); column++) {
      for (int row = 0; row < out.steps(); row++) {
        if (in.has(column, row)) {
          mapping.copy(out, column, row, in, column, span);
        }
      }
    }
  }

  @Override
  public String describe() {
    return name;
  }

  @Override
  public List<PlanNode> inputs() {
    return List.of(vector);
  }
}
