package dev.firedrill.histogram;

/// Histograms whose buckets cannot be brought together. The message is Prometheus's.
public final class IncompatibleBucketsException extends RuntimeException {
  IncompatibleBucketsException() {
    super(
        "cannot apply this operation on histograms with a mix of exponential and custom bucket"
            + " schemas");
  }
}
