package dev.firedrill.histogram;

/// Consecutive buckets of a native histogram.
///
/// @param offset the index of the first bucket in the first span, which may be negative; in others
///     the number of buckets left out since the span before
/// @param length the number of buckets
public record BucketSpan(int offset, int length) {}
