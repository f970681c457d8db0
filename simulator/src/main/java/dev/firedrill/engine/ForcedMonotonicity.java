package dev.firedrill.engine;

import dev.firedrill.labels.GoFloat;
import java.time.Instant;

/// Where the counts of a classic histogram's buckets had to be raised to those of smaller buckets.
///
/// @param lowest the least upper bound of a bucket that was raised
/// @param highest the greatest
/// @param difference by how much a bucket was raised at most
/// @param samples how many histograms were mended
/// @param first the time of the first, in epoch milliseconds
/// @param last the time of the last
public record ForcedMonotonicity(
    double lowest, double highest, double difference, int samples, long first, long last)
    implements Annotations.Detail {
  /// {@return what is said of one histogram}
  /// @param time epoch milliseconds
  public static ForcedMonotonicity at(long time, double lowest, double highest, double difference) {
    return new ForcedMonotonicity(lowest, highest, difference, 1, time, time);
  }

  @Override
  public Annotations.Detail and(Annotations.Detail later) {
    return later instanceof ForcedMonotonicity other
        ? new ForcedMonotonicity(
            Math.min(lowest, other.lowest),
            Math.max(highest, other.highest),
            Math.max(difference, other.difference),
            samples + other.samples,
            Math.min(first, other.first),
            Math.max(last, other.last))
        : later;
  }

  @Override
  public String text() {
    return ", from buckets "
        + GoFloat.general(lowest)
        + " to "
        + GoFloat.general(highest)
        + ", with a max diff of "
        + GoFloat.general(difference, 2)
        + ", over "
        + samples
        + " samples from "
        + seconds(first)
        + " to "
        + seconds(last);
  }

  private static String seconds(long millis) {
    return Instant.ofEpochSecond(Math.floorDiv(millis, 1000)).toString();
  }
}
