package dev.firedrill.engine.function;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.engine.Annotations;
import dev.firedrill.engine.operator.HistogramEstimate;
import dev.firedrill.engine.operator.Operator;
import dev.firedrill.histogram.HistogramFraction;
import dev.firedrill.histogram.NativeHistogram;
import java.util.List;

/// The share of observations between two values.
///
/// @param lower a scalar
/// @param upper a scalar
/// @param vectorSpan the histograms
record FractionEstimate(Operator lower, Operator upper, Span vectorSpan, Annotations annotations)
    implements HistogramEstimate {
  @Override
  public List<Operator> parameters() {
    return List.of(lower, upper);
  }

  @Override
  public void check(double[] parameters) {
    // Any numbers will do.
  }

  @Override
  public double of(NativeHistogram histogram, double[] parameters, Occasion occasion) {
    HistogramFraction fraction = HistogramFraction.of(histogram, parameters[0], parameters[1]);
    if (fraction.nansExcluded()) {
      annotations.inform(
          "input to histogram_fraction has NaN observations, which are excluded from all fractions"
              + occasion.subject(),
          vectorSpan);
    }
    return fraction.value();
  }

  @Override
  public double of(ClassicHistogram histogram, double[] parameters, Occasion occasion) {
    return histogram.fraction(parameters[0], parameters[1]);
  }
}
