package dev.firedrill.promql.series;

import dev.firedrill.promql.ParseError;

/// What came of reading series notation.
public sealed interface SeriesResult {
  /// A series.
  record Parsed(SeriesDescription series) implements SeriesResult {}

  /// Something that Prometheus rejects.
  ///
  /// @param error the first thing wrong, in Prometheus's words
  record Rejected(ParseError error) implements SeriesResult {}
}
