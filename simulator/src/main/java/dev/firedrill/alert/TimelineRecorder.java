package dev.firedrill.alert;

import dev.firedrill.alert.AlertInterval.Phase;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Puts the timeline of one alert instance together, from evaluation to evaluation.
public final class TimelineRecorder {
  private final Labels labels;
  private final boolean peakIsLeast;
  private final List<AlertInterval> intervals = new ArrayList<>();
  private Supplier<SortedMap<String, String>> annotations = TreeMap::new;
  private @Nullable Phase phase;
  private long last = Long.MIN_VALUE;
  private long start;
  private double value;
  private double peak;
  private @Nullable NativeHistogram histogram;
  private @Nullable NativeHistogram peakHistogram;

  /// A timeline without intervals.
  ///
  /// @param peakIsLeast whether the worst value is the least rather than the greatest
  public TimelineRecorder(Labels labels, boolean peakIsLeast) {
    this.labels = labels;
    this.peakIsLeast = peakIsLeast;
  }

  /// Takes the outcome of an evaluation.
  ///
  /// @param now null where the alert is neither pending nor firing
  /// @param nowValue the value of the expression, the last known one where it no longer holds
  /// @param nowHistogram the value where it is a native histogram, else null
  /// @param nowAnnotations asked at the end only, if the alert is there for the last time
  public void record(
      long time,
      @Nullable Phase now,
      double nowValue,
      @Nullable NativeHistogram nowHistogram,
      Supplier<SortedMap<String, String>> nowAnnotations) {
    last = time;
    if (now != phase) {
      close(time, false);
      phase = now;
      start = time;
      value = nowValue;
      peak = nowValue;
      histogram = nowHistogram;
      peakHistogram = nowHistogram;
    }
    if (now != null) {
      annotations = nowAnnotations;
      boolean worse = peakIsLeast ? nowValue < peak : nowValue > peak;
      peak = worse || Double.isNaN(peak) ? nowValue : peak;
      peakHistogram = worse(peakHistogram, nowHistogram);
    }
  }

  private @Nullable NativeHistogram worse(
      @Nullable NativeHistogram known, @Nullable NativeHistogram other) {
    if (known == null || other == null) {
      return known == null ? other : known;
    }
    boolean worse = peakIsLeast ? other.count() < known.count() : other.count() > known.count();
    return worse ? other : known;
  }

  private void close(long time, boolean open) {
    if (phase != null) {
      intervals.add(
          new AlertInterval(phase, start, time, open, value, peak, histogram, peakHistogram));
    }
  }

  /// {@return the time of the last outcome, in epoch milliseconds; [Long#MIN_VALUE] before any}
  public long lastTime() {
    return last;
  }

  /// {@return the timeline up to the last evaluation}
  /// @param end the time of the last evaluation
  public AlertTimeline finish(long end) {
    close(end, true);
    phase = null;
    return new AlertTimeline(labels, annotations.get(), intervals);
  }
}
