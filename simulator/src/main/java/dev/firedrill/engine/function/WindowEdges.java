package dev.firedrill.engine.function;

import dev.firedrill.series.Samples;
import java.util.Optional;

/// What a series is worth where an `anchored` or `smoothed` window starts and ends.
///
/// @param first the index of the sample at or before the start, or of the first one there is
/// @param last the index of the last sample that counts
/// @param left the value at the start
/// @param right the value at the end
public record WindowEdges(int first, int last, double left, double right) {
  /// The samples next to the edges of a window.
  ///
  /// @param first the index of the sample at or before the start, or of the first one there is
  /// @param last the index of the last sample that counts
  record Places(int first, int last) {}

  /// {@return the samples next to the edges; empty where there is nothing within the window}
  static Optional<Places> places(
      Samples samples, int from, int to, long start, long end, boolean smoothed) {
    int first = Math.max(from, Math.min(to - 1, samples.firstAfter(start)) - 1);
    int last = to - 1;
    if (smoothed) {
      last = Math.max(from, Math.min(last, samples.firstAfter(end - 1)));
    }
    if (samples.time(last) <= start || (smoothed && samples.time(first) > end)) {
      return Optional.empty();
    }
    return Optional.of(new Places(first, last));
  }

  /// Looks at the samples of a window that reaches beyond its start, and beyond its end where it is
  /// smoothed.
  ///
  /// @param from the index of the first sample
  /// @param to the index after the last sample; greater than `from`
  /// @param start epoch milliseconds
  /// @param end epoch milliseconds
  /// @param smoothed whether values are interpolated
  /// @param counter whether a drop is a restart from zero
  /// @return empty where there is nothing within the window
  public static Optional<WindowEdges> of(
      Samples samples, int from, int to, long start, long end, boolean smoothed, boolean counter) {
    Optional<Places> found = places(samples, from, to, start, end, smoothed);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    int first = found.get().first();
    int last = found.get().last();
    double left =
        smoothed && samples.time(first) < start
            ? interpolate(samples, first, start, counter)
            : samples.value(first);
    double right =
        smoothed && last > from && samples.time(last) > end
            ? interpolate(samples, last - 1, end, counter)
            : samples.value(last);
    return Optional.of(new WindowEdges(first, last, left, right));
  }

  /// {@return the value at a time between a sample and the next}
  public static double interpolate(Samples samples, int index, long time, boolean counter) {
    double before = samples.value(index);
    double after = samples.value(index + 1);
    double start = counter && after < before ? 0 : before;
    double passed = time - samples.time(index);
    double distance = samples.time(index + 1) - samples.time(index);
    return start + (after - start) * passed / distance;
  }
}
