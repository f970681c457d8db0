package dev.firedrill.series;

import dev.firedrill.histogram.CounterResetHint;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.StaleNaN;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts the pieces of one series together: chunks, blocks, files.
public final class SampleRuns {
  private SampleRuns() {}

  /// {@return the samples of all pieces in the order of time; where two have a sample at the same
  ///     time, the piece named first counts}
  public static Samples joined(List<Samples> pieces) {
    List<Samples> sorted = new ArrayList<>(pieces.size());
    for (Samples piece : pieces) {
      if (!piece.isEmpty()) {
        sorted.add(piece);
      }
    }
    if (sorted.size() == 1) {
      return sorted.getFirst();
    }
    if (!inSuccession(sorted)) {
      sorted.sort(Comparator.comparingLong(piece -> piece.time(0)));
    }
    return inSuccession(sorted) ? Samples.succession(sorted) : mergedAll(pieces);
  }

  private static boolean inSuccession(List<Samples> pieces) {
    for (int i = 1; i < pieces.size(); i++) {
      if (pieces.get(i).time(0) <= pieces.get(i - 1).lastTime()) {
        return false;
      }
    }
    return true;
  }

  private static Samples mergedAll(List<Samples> pieces) {
    Samples merged = new Samples();
    for (Samples piece : pieces) {
      merged = merged(merged, piece);
    }
    return merged;
  }

  /// {@return the samples of both in the order of time; where both have a sample at the same time,
  ///     that of the first}
  ///
  /// Between histograms of different pieces nothing is known of a counter reset.
  public static Samples merged(Samples first, Samples second) {
    Samples both = new Samples();
    int i = 0;
    int j = 0;
    boolean fromFirst = true;
    while (i < first.size() || j < second.size()) {
      boolean wasFirst = fromFirst;
      fromFirst = j == second.size() || (i < first.size() && first.time(i) <= second.time(j));
      boolean switched = fromFirst != wasFirst && !both.isEmpty();
      if (fromFirst) {
        j += j < second.size() && second.time(j) == first.time(i) ? 1 : 0;
        append(both, first, i++, switched);
      } else {
        append(both, second, j++, switched);
      }
    }
    return both;
  }

  /// {@return the samples with the hints of counter resets that Prometheus's storage gives when
  ///     they
  ///     are read back}
  public static Samples asStored(Samples samples) {
    if (!samples.mayHoldHistograms()) {
      return samples;
    }
    Samples stored = new Samples();
    for (int i = 0; i < samples.size(); i++) {
      @Nullable NativeHistogram histogram = samples.histogram(i);
      if (histogram == null) {
        stored.append(samples, i);
      } else {
        stored.append(samples.time(i), histogram.withHint(StoredHint.of(histogram, stored)));
        stored.startLast(samples.start(i));
      }
    }
    return stored;
  }

  private static void append(Samples both, Samples from, int index, boolean switched) {
    @Nullable NativeHistogram histogram = from.histogram(index);
    if (!switched || histogram == null || histogram.hint() == CounterResetHint.GAUGE) {
      both.append(from, index);
    } else {
      both.append(from.time(index), histogram.withHint(CounterResetHint.UNKNOWN));
      both.startLast(from.start(index));
    }
  }

  /// {@return samples at steps, with a staleness marker at each step that is the first without one}
  ///
  /// @param step milliseconds between steps
  /// @param last no marker is later, in epoch milliseconds
  public static Samples withEnds(Samples samples, long step, long last) {
    if (!hasEnds(samples, step, last)) {
      return samples;
    }
    Samples ended = new Samples();
    for (int i = 0; i < samples.size(); i++) {
      ended.append(samples, i);
      long next = i + 1 < samples.size() ? samples.time(i + 1) : Long.MAX_VALUE;
      long after = samples.time(i) + step;
      if (after < next && after <= last) {
        ended.append(after, StaleNaN.STALE_NAN);
      }
    }
    return ended;
  }

  private static boolean hasEnds(Samples samples, long step, long last) {
    for (int i = 1; i < samples.size(); i++) {
      if (samples.time(i - 1) + step < samples.time(i)) {
        return true;
      }
    }
    return !samples.isEmpty() && samples.lastTime() + step <= last;
  }
}
