package dev.firedrill.engine.operator;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.engine.PlanNode;
import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.List;

/// Computes a new value for each number of a vector; the metric name goes, and so do histograms.
public final class MapElements implements Operator {
  private final String name;
  private final ElementKernel kernel;
  private final Operator vector;
  private final List<Operator> parameters;
  private final NameRemoval names;
  private final LabelMapping mapping;
  private final Span span;

  /// Computes with up to two scalar parameters.
  ///
  /// @param name what is explained
  public MapElements(
      String name,
      ElementKernel kernel,
      Operator vector,
      List<Operator> parameters,
      NameRemoval names,
      Span span) {
    this.name = name;
    this.kernel = kernel;
    this.vector = vector;
    this.parameters = List.copyOf(parameters);
    this.mapping = LabelMapping.of(vector.series(), names::drop);
    this.names = names;
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
  public void fill(int first, Batch out) {
    Batch in = vector.batch(first, out.steps());
    double[] firsts = parameter(0, first, out.steps());
    double[] seconds = parameter(1, first, out.steps());
    for (int column = 0; column < in.series(); column++) {
      for (int row = 0; row < out.steps(); row++) {
        if (in.hasNumber(column, row) && kernel.accepts(firsts[row], seconds[row])) {
          double value = kernel.apply(in.get(column, row), firsts[row], seconds[row]);
          mapping.set(out, column, row, value, span);
        }
      }
    }
  }

  private double[] parameter(int index, int first, int steps) {
    return index < parameters.size()
        ? ScalarColumn.read(parameters.get(index), first, steps)
        : new double[steps];
  }

  @Override
  public String describe() {
    return name + " of each element";
  }

  @Override
  public List<PlanNode> inputs() {
    List<PlanNode> inputs = new ArrayList<>(List.of(vector));
    inputs.addAll(parameters);
    return inputs;
  }
}
