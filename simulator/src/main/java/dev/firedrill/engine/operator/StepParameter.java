package dev.firedrill.engine.operator;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.engine.PlanNode;
import dev.firedrill.engine.function.GoMath;
import dev.firedrill.labels.Labels;
import java.util.List;

/// The parameter of an aggregation at all steps, since Prometheus judges it before it begins.
public final class StepParameter implements Operator {
  private static final List<Labels> SERIES = List.of(Labels.EMPTY);

  private final Operator scalar;
  private final Span span;
  private final double[] values;
  private final double least;
  private final double greatest;
  private final boolean anyNan;
  private final boolean varies;

  /// Evaluates a scalar.
  ///
  /// @param span the parameter
  public StepParameter(Operator scalar, Span span, StepBatches steps) {
    this.scalar = scalar;
    this.span = span;
    this.values = new double[steps.grid().count()];
    steps.until(
        run -> {
          double[] part = ScalarColumn.read(scalar, run.first(), run.steps());
          System.arraycopy(part, 0, values, run.first(), run.steps());
          return false;
        });
    double min = values[0];
    double max = values[0];
    boolean nan = false;
    boolean changes = false;
    for (double value : values) {
      changes |= Double.compare(value, values[0]) != 0;
      min = GoMath.min(min, value);
      max = GoMath.max(max, value);
      nan |= Double.isNaN(value);
    }
    this.least = min;
    this.greatest = max;
    this.anyNan = nan;
    this.varies = changes;
  }

  /// {@return the value at a step}
  public double at(int step) {
    return values[step];
  }

  /// {@return the least value, as Go's `math.Min` has it}
  public double least() {
    return least;
  }

  /// {@return the greatest value, as Go's `math.Max` has it}
  public double greatest() {
    return greatest;
  }

  /// {@return whether any value is NaN}
  public boolean anyNan() {
    return anyNan;
  }

  /// {@return whether the value is another at some steps than at others}
  public boolean varies() {
    return varies;
  }

  /// {@return where the parameter stands}
  public Span span() {
    return span;
  }

  @Override
  public List<Labels> series() {
    return SERIES;
  }

  @Override
  public void fill(int first, Batch out) {
    for (int row = 0; row < out.steps(); row++) {
      out.set(0, row, values[first + row]);
    }
  }

  @Override
  public String describe() {
    return scalar.describe();
  }

  @Override
  public List<PlanNode> inputs() {
    return scalar.inputs();
  }
}
