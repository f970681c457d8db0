package dev.firedrill.histogram;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The difference between the last and the first histogram of a window, counter resets made good:
/// what `rate`, `increase` and `delta` then stretch to the whole window.
public final class HistogramIncrease {
  /// What Prometheus has to say about a difference.
  public enum Note {
    /// A counter is wanted, but a histogram says that it is a gauge.
    NOT_COUNTER,
    /// A gauge is wanted, but a histogram does not say that it is one.
    NOT_GAUGE,
    /// Some histograms have custom bounds and others have not, so there is no result.
    MIXED_SCHEMAS,
    /// Custom bounds differed where one was subtracted.
    RECONCILED_SUBTRACTING,
    /// Custom bounds differed where one was added.
    RECONCILED_ADDING
  }

  private final List<NativeHistogram> points;
  private final boolean counter;
  private final Resets resets;
  private final Set<Note> notes = EnumSet.noneOf(Note.class);
  private final @Nullable NativeHistogram value;

  /// What is known of resets besides the points themselves.
  public interface Resets {
    /// {@return whether a point comes after a reset whatever its counts}
    /// @param index of the point, from 1
    boolean isKnownBefore(int index);

    /// {@return [NativeHistogram#isResetAfter] of a point and the one before it}
    /// @param index of the point, from 1
    boolean isFoundBefore(int index);
  }

  private HistogramIncrease(List<NativeHistogram> points, boolean counter, Resets resets) {
    this.points = points;
    this.resets = resets;
    this.counter = counter;
    this.value = compute();
  }

  /// {@return the difference over a window}
  ///
  /// @param points the histograms by rising time, at least two
  /// @param counter whether resets count, as for `rate` and `increase` but not for `delta`
  public static HistogramIncrease of(List<NativeHistogram> points, boolean counter) {
    return of(
        points,
        counter,
        new Resets() {
          @Override
          public boolean isKnownBefore(int index) {
            return false;
          }

          @Override
          public boolean isFoundBefore(int index) {
            return points.get(index).isResetAfter(points.get(index - 1));
          }
        });
  }

  /// {@return the difference over a window}
  ///
  /// @param points the histograms by rising time, at least two
  /// @param counter whether resets count, as for `rate` and `increase` but not for `delta`
  /// @param resets where there are resets
  public static HistogramIncrease of(List<NativeHistogram> points, boolean counter, Resets resets) {
    return new HistogramIncrease(points, counter, resets);
  }

  /// {@return the difference, a compacted gauge; empty where there is none}
  public Optional<NativeHistogram> value() {
    return Optional.ofNullable(value);
  }

  /// {@return what there is to say about it}
  public Set<Note> notes() {
    return notes;
  }

  private @Nullable NativeHistogram compute() {
    NativeHistogram last = points.getLast();
    noteHints(points.getFirst(), last);
    NativeHistogram first = start();
    if (last.hasCustomBounds() != first.hasCustomBounds()) {
      notes.add(Note.MIXED_SCHEMAS);
      return null;
    }
    int schema = Math.min(last.schema(), first.schema());
    for (NativeHistogram point :
        counter ? points.subList(1, points.size() - 1) : points.subList(0, 0)) {
      if (point.hasCustomBounds() != last.hasCustomBounds()) {
        notes.clear();
        notes.add(Note.MIXED_SCHEMAS);
        return null;
      }
      if (point.hint() == CounterResetHint.GAUGE) {
        notes.add(Note.NOT_COUNTER);
      }
      schema = Math.min(schema, point.schema());
    }
    note(last.needsReconciling(first), Note.RECONCILED_SUBTRACTING);
    NativeHistogram difference = last.toSchema(schema).minus(first);
    NativeHistogram whole = counter ? corrected(difference, first) : difference;
    return whole.withHint(CounterResetHint.GAUGE).compacted();
  }

  private void noteHints(NativeHistogram first, NativeHistogram last) {
    boolean firstIsGauge = first.hint() == CounterResetHint.GAUGE;
    boolean lastIsGauge = last.hint() == CounterResetHint.GAUGE;
    note(counter && (firstIsGauge || lastIsGauge), Note.NOT_COUNTER);
    note(!counter && !(firstIsGauge && lastIsGauge), Note.NOT_GAUGE);
  }

  private void note(boolean holds, Note note) {
    if (holds) {
      notes.add(note);
    }
  }

  // With a reset right after it, the first histogram says nothing but when the window starts.
  private NativeHistogram start() {
    NativeHistogram first = points.getFirst();
    NativeHistogram second = points.get(1);
    if (!counter || !(resets.isKnownBefore(1) || resets.isFoundBefore(1))) {
      return first;
    }
    return new NativeHistogram(
        CounterResetHint.UNKNOWN,
        second.schema(),
        0,
        0,
        0,
        0,
        Buckets.EMPTY,
        Buckets.EMPTY,
        second.customBounds());
  }

  private NativeHistogram corrected(NativeHistogram difference, NativeHistogram first) {
    NativeHistogram corrected = difference;
    NativeHistogram previous = first;
    for (int i = 1; i < points.size(); i++) {
      NativeHistogram current = points.get(i);
      // The first point may have been emptied.
      boolean found = i == 1 ? current.isResetAfter(previous) : resets.isFoundBefore(i);
      if (resets.isKnownBefore(i) || found) {
        note(corrected.needsReconciling(previous), Note.RECONCILED_ADDING);
        corrected = corrected.plus(previous);
      }
      previous = current;
    }
    return corrected;
  }
}
