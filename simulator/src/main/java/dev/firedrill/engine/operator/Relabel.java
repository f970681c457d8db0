package dev.firedrill.engine.operator;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.engine.PlanNode;
import dev.firedrill.labels.Labels;
import java.util.List;

/// The same values under other labels.
public final class Relabel implements Operator {
  private final String name;
  private final Operator vector;
  private final Change change;
  private final LabelMapping mapping;
  private final Span span;

  /// What becomes of labels.
  @FunctionalInterface
  public interface Change {
    /// {@return the new labels of a series}
    Labels apply(Labels labels);

    /// {@return whether a series that was to lose its metric name has got a new one}
    default boolean namesAnew(Labels labels) {
      return false;
    }
  }

  /// Changes the labels of a vector.
  ///
  /// @param name what is explained
  public Relabel(String name, Operator vector, Change change, Span span) {
    this.name = name;
    this.vector = vector;
    this.mapping = LabelMapping.of(vector.series(), change::apply);
    this.change = change;
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
  public boolean losesName(int series) {
    // Of several that become one, the first decides.
    int first = 0;
    while (mapping.target(first) != series) {
      first++;
    }
    return vector.losesName(first) && !change.namesAnew(vector.series().get(first));
  }

  @Override
  public void fill(int first, Batch out) {
    mapping.copyAll(vector.batch(first, out.steps()), out, span);
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
