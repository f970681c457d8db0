package dev.firedrill.engine.operator;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.engine.PlanNode;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.Labels;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// A number for each native histogram of a vector; numbers are left out.
///
/// Where metric names go at once, only the name itself does: what else describes the metric stays.
public final class MapHistograms implements Operator {
  private final String name;
  private final ToDoubleFunction<NativeHistogram> function;
  private final Operator vector;
  private final NameRemoval names;
  private final LabelMapping mapping;
  private final Span span;

  /// Reads the histograms of a vector.
  ///
  /// @param name what is explained
  public MapHistograms(
      String name,
      ToDoubleFunction<NativeHistogram> function,
      Operator vector,
      NameRemoval names,
      Span span) {
    this.name = name;
    this.function = function;
    this.vector = vector;
    this.names = names;
    this.mapping =
        LabelMapping.of(
            vector.mayHoldHistograms() ? vector.series() : List.of(),
            labels -> names.marks() ? labels : labels.without(Labels.METRIC_NAME));
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
    // Even where no histogram can come out of it, it may fail, and there may be remarks on it.
    Batch in = vector.batch(first, out.steps());
    if (in.hasNumbersOnly()) {
      return;
    }
    for (int column = 0; column < in.series(); column++) {
      for (int row = 0; row < out.steps(); row++) {
        NativeHistogram histogram = in.histogram(column, row);
        if (histogram != null) {
          mapping.set(out, column, row, function.applyAsDouble(histogram), span);
        }
      }
    }
  }

  @Override
  public String describe() {
    return name + " of each histogram";
  }

  @Override
  public List<PlanNode> inputs() {
    return List.of(vector);
  }
}
