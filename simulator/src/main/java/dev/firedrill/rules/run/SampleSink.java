package dev.firedrill.rules.run;

import dev.firedrill.engine.QueryResult;

/// Takes the samples that a rule writes.
@FunctionalInterface
interface SampleSink {
  /// Takes what nobody wants.
  SampleSink NOWHERE = (sample, time) -> true;

  /// Adds a sample.
  ///
  /// @param time epoch milliseconds
  /// @return false, and the sample is dropped, where its series has one at that time or later
  boolean append(QueryResult.Sample sample, long time);
}
