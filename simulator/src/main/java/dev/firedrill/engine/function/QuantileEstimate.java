package dev.firedrill.engine.function;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.engine.Annotation;
import dev.firedrill.engine.Annotations;
import dev.firedrill.engine.operator.HistogramEstimate;
import dev.firedrill.engine.operator.Operator;
import dev.firedrill.histogram.HistogramQuantile;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.GoFloat;
import java.util.List;

/// A quantile.
///
/// @param quantile a scalar from 0 to 1
/// @param vectorSpan the histograms
record QuantileEstimate(
    Operator quantile, Span quantileSpan, Span vectorSpan, Annotations annotations)
    implements HistogramEstimate {
  private static final String FORCED =
      "input to histogram_quantile needed to be fixed for monotonicity (see"
          + " https://prometheus.io/docs/prometheus/latest/querying/functions/#histogram_quantile)";

  @Override
  public List<Operator> parameters() {
    return List.of(quantile);
  }

  @Override
  public void check(double[] parameters) {
    double value = parameters[0];
    if (!(value >= 0 && value <= 1)) {
      annotations.warn(
          "quantile value should be between 0 and 1, got " + GoFloat.general(value), quantileSpan);
    }
  }

  @Override
  public double of(NativeHistogram histogram, double[] parameters, Occasion occasion) {
    HistogramQuantile estimate = HistogramQuantile.of(histogram, parameters[0]);
    switch (estimate.note()) {
      case NONE -> {}
      case NAN_RESULT -> inform("result is NaN" + occasion.subject());
      case NAN_SKEW -> inform("result is skewed higher" + occasion.subject());
    }
    return estimate.value();
  }

  private void inform(String consequence) {
    annotations.inform(
        "input to histogram_quantile has NaN observations, " + consequence, vectorSpan);
  }

  @Override
  public double of(ClassicHistogram histogram, double[] parameters, Occasion occasion) {
    // Where several quantiles are wanted, only the first finds something to raise.
    boolean before = histogram.wasForced();
    double value = histogram.quantile(parameters[0]);
    if (histogram.wasForced() && !before && !occasion.again()) {
      Annotation raised = new Annotation(false, FORCED + occasion.subject(), vectorSpan);
      annotations.add(raised, histogram.forcedAt(occasion.time()));
    }
    return value;
  }
}
