package dev.firedrill.engine;

/// What is wanted of the native histograms that selectors read.
public enum HistogramDetail {
  /// All of them.
  WHOLE,
  /// Counts and sums alone. Prometheus then leaves out the buckets, which shows in what is known of
  /// counter resets.
  TOTALS,
  /// All of them, even below where counts and sums would do.
  WHOLE_ALL_THE_WAY
}
