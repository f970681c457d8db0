package dev.firedrill.histogram;

/// A bucket of a native histogram with its bounds.
///
/// @param lower the lower bound, -Inf in the first bucket of custom bounds
/// @param upper the upper bound, +Inf in the last bucket of custom bounds
/// @param count the observations within
public record Bucket(double lower, double upper, double count) {
  /// {@return whether zero lies within or on a bound}
  boolean holdsZero() {
    return lower <= 0 && upper >= 0;
  }

  Bucket withLower(double bound) {
    return new Bucket(bound, upper, count);
  }

  Bucket withUpper(double bound) {
    return new Bucket(lower, bound, count);
  }
}
