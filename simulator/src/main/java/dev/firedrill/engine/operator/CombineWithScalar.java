package dev.firedrill.engine.operator;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.engine.Annotations;
import dev.firedrill.engine.PlanNode;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.Labels;
import java.util.List;

/// A binary operator between a vector and a scalar, on either side.
public final class CombineWithScalar implements Operator {
  private final String symbol;
  private final BinaryKernel kernel;
  private final Operator vector;
  private final Operator scalar;
  private final boolean scalarIsLeft;
  private final NameRemoval names;
  private final LabelMapping mapping;
  private final Annotations annotations;
  private final Span span;

  /// Combines each element with the scalar of its step.
  public CombineWithScalar(
      String symbol,
      BinaryKernel kernel,
      Operator vector,
      Operator scalar,
      boolean scalarIsLeft,
      NameRemoval names,
      Annotations annotations,
      Span span) {
    this.symbol = symbol;
    this.kernel = kernel;
    this.vector = vector;
    this.scalar = scalar;
    this.scalarIsLeft = scalarIsLeft;
    this.names = names;
    this.annotations = annotations;
    this.span = span;
    this.mapping =
        LabelMapping.of(
            vector.series(), labels -> kernel.dropsName() ? names.drop(labels) : labels);
  }

  @Override
  public List<Labels> series() {
    return mapping.outputs();
  }

  @Override
  public boolean losesName(int series) {
    // Where the name stays, each series is one of the vector's.
    return kernel.dropsName() ? names.marks() : vector.losesName(series);
  }

  @Override
  public boolean mayHoldHistograms() {
    return vector.mayHoldHistograms();
  }

  @Override
  public void fill(int first, Batch out) {
    Batch in = vector.batch(first, out.steps());
    double[] numbers = ScalarColumn.read(scalar, first, out.steps());
    for (int column = 0; column < in.series() && kernel.takesNumbers(); column++) {
      combine(in, column, numbers, out);
    }
    if (!in.hasNumbersOnly() || !kernel.takesNumbers()) {
      combineHistograms(in, numbers, out);
    }
  }

  private void combine(Batch in, int column, double[] numbers, Batch out) {
    for (int row = 0; row < out.steps(); row++) {
      if (in.hasNumber(column, row)) {
        combine(out, column, row, in.get(column, row), numbers[row]);
      }
    }
  }

  private void combineHistograms(Batch in, double[] numbers, Batch out) {
    for (int row = 0; row < out.steps(); row++) {
      LastNote note = new LastNote();
      for (int column = 0; column < in.series(); column++) {
        if (in.has(column, row) && !(in.hasNumber(column, row) && kernel.takesNumbers())) {
          HistogramOutcome outcome = outcome(in, column, row, numbers[row]);
          note.take(outcome.note());
          NativeHistogram histogram = outcome.histogram();
          if (histogram != null) {
            mapping.set(out, column, row, histogram, span);
          }
        }
      }
      note.endStep(annotations);
    }
  }

  private HistogramOutcome outcome(Batch in, int column, int row, double number) {
    NativeHistogram histogram = in.histogram(column, row);
    double element = in.get(column, row);
    return scalarIsLeft
        ? kernel.histograms().apply(number, null, element, histogram)
        : kernel.histograms().apply(element, histogram, number, null);
  }

  private void combine(Batch out, int column, int row, double element, double number) {
    double left = scalarIsLeft ? number : element;
    double right = scalarIsLeft ? element : number;
    if (kernel.keeps(left, right)) {
      mapping.set(out, column, row, kernel.value(left, right, element), span);
    }
  }

  @Override
  public String describe() {
    return scalarIsLeft ? "scalar " + symbol + " vector" : "vector " + symbol + " scalar";
  }

  @Override
  public List<PlanNode> inputs() {
    return scalarIsLeft ? List.of(scalar, vector) : List.of(vector, scalar);
  }
}
