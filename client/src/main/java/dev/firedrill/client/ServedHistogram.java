package dev.firedrill.client;

import java.util.List;

/// A native histogram as an answer has it: by the bounds and counts of the buckets that hold any.
///
/// @param count of all observations
/// @param sum of all observations
public record ServedHistogram(double count, double sum, List<ServedBucket> buckets) {
  public ServedHistogram {
    buckets = List.copyOf(buckets);
  }

  /// A bucket.
  ///
  /// @param bounds which of them belong to it: 0 the upper, 1 the lower, 2 none, 3 both
  /// @param count of the observations in it
  public record ServedBucket(int bounds, double lower, double upper, double count) {}
}
