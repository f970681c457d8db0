package dev.firedrill.series.remote;

import dev.firedrill.client.ServedHistogram;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.series.text.AnswerHistogram;
import java.util.Optional;

/// What becomes of the native histograms that queries give. Those tell the bounds and counts of
/// their buckets, but not whether they are gauges, nor the form of what is empty.
@FunctionalInterface
interface QueriedHistograms {
  /// {@return what is taken for a histogram; empty where it is left out}
  ///
  /// @param selector what was asked for, for messages
  /// @throws RemoteDataException where it cannot be taken
  Optional<NativeHistogram> take(String selector, ServedHistogram served);

  /// Refuses them.
  QueriedHistograms REFUSED =
      (selector, _) -> {
        throw new RemoteDataException(
            selector
                + ": native histograms are not given in full by queries: use remote-read+http://"
                + " instead of http://");
      };

  /// {@return what leaves them out}
  ///
  /// @param told is told of each, by any thread
  static QueriedHistograms leftOut(Runnable told) {
    return (_, _) -> {
      told.run();
      return Optional.empty();
    };
  }

  /// {@return what puts them together again from their buckets}
  ///
  /// @param told is told of each, by any thread
  static QueriedHistograms rebuilt(Runnable told) {
    return (selector, served) -> {
      told.run();
      AnswerHistogram histogram = new AnswerHistogram();
      histogram.count(served.count());
      histogram.sum(served.sum());
      for (ServedHistogram.ServedBucket each : served.buckets()) {
        histogram.bucket(each.bounds(), each.lower(), each.upper(), each.count());
      }
      try {
        return Optional.of(histogram.histogram());
      } catch (IllegalArgumentException e) {
        throw new RemoteDataException(selector + ": a native histogram: " + e.getMessage());
      }
    };
  }
}
