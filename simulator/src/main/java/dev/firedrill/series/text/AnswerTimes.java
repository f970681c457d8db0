package dev.firedrill.series.text;

/// What the times of a matrix are, which its form does not say: `query` answers a range selector
/// with the samples as they were recorded, `query_range` with values at steps.
enum AnswerTimes {
  /// At steps where all are evenly spaced, unless the answer says that they are not.
  AS_FOUND,
  /// As recorded, evenly spaced or not.
  SAMPLES
}
