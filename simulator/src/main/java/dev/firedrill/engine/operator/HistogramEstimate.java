package dev.firedrill.engine.operator;

import dev.firedrill.engine.function.ClassicHistogram;
import dev.firedrill.histogram.NativeHistogram;
import java.util.List;

/// What is estimated from the buckets of a histogram.
public interface HistogramEstimate {
  /// {@return the scalars that the estimate takes}
  List<Operator> parameters();

  /// Looks at the parameters of a step, whatever histograms there are.
  void check(double[] parameters);

  /// {@return the estimate for a native histogram}
  double of(NativeHistogram histogram, double[] parameters, Occasion occasion);

  /// {@return the estimate for a classic histogram}
  double of(ClassicHistogram histogram, double[] parameters, Occasion occasion);

  /// What there is to say refers to this.
  ///
  /// @param subject which metric it is, with a leading blank; empty where it is not known
  /// @param time epoch milliseconds
  /// @param again whether the step was evaluated before
  record Occasion(String subject, long time, boolean again) {}
}
