package dev.firedrill.histogram;

/// Narrows a bucket across zero to the side that the histogram has buckets on.
final class ZeroSides {
  private ZeroSides() {}

  static Bucket clamp(NativeHistogram histogram, Bucket bucket) {
    if (histogram.negative().isEmpty() && !histogram.positive().isEmpty()) {
      return bucket.withLower(0);
    }
    if (histogram.positive().isEmpty() && !histogram.negative().isEmpty()) {
      return bucket.withUpper(0);
    }
    return bucket;
  }
}
