package dev.firedrill.engine.operator;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.engine.Annotations;
import dev.firedrill.engine.HistogramNotes;
import dev.firedrill.engine.PlanNode;
import dev.firedrill.engine.function.HistogramInterpolation;
import dev.firedrill.engine.function.WindowEdges;
import dev.firedrill.histogram.CounterResetHint;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The value of each matching series at the time of the step, interpolated between the samples
/// around it; after the last sample its value.
public final class SelectSmoothed implements Operator {
  private final List<LabelMatcher> matchers;
  private final ReadTime time;
  private final long lookback;
  private final Annotations annotations;
  private final Span span;
  private final List<Labels> labels = new ArrayList<>();
  private final List<Samples> samples = new ArrayList<>();

  /// Selects from a source.
  ///
  /// @param lookback milliseconds to either side of the step in which samples count
  public SelectSmoothed(
      SeriesSource source,
      List<LabelMatcher> matchers,
      ReadTime time,
      long lookback,
      Annotations annotations,
      Span span) {
    this.annotations = annotations;
    this.span = span;
    this.matchers = matchers;
    this.time = time;
    this.lookback = lookback;
    TimeRange covered = time.covered(lookback - 1);
    TimeRange around = new TimeRange(covered.first(), covered.last() + lookback);
    for (Series series : source.select(matchers, around)) {
      labels.add(series.labels());
      samples.add(series.samples().withoutStaleness());
    }
  }

  @Override
  public List<Labels> series() {
    return labels;
  }

  @Override
  public boolean mayHoldHistograms() {
    return samples.stream().anyMatch(Samples::mayHoldHistograms);
  }

  @Override
  public void fill(int first, Batch out) {
    for (int column = 0; column < out.series(); column++) {
      Samples from = samples.get(column);
      for (int row = 0; row < out.steps(); row++) {
        fill(from, time.of(first + row), column, row, out);
      }
    }
  }

  private void fill(Samples from, long reference, int column, int row, Batch out) {
    int next = from.firstAfter(reference - 1);
    int end = from.firstAfter(reference + lookback);
    boolean before = next > 0 && from.time(next - 1) > reference - lookback;
    if (mixed(from, reference, end)) {
      annotations.add(HistogramNotes.mixedWithNumbers(labels.get(column).metricName(), span));
    } else if (next < end && from.time(next) == reference) {
      write(from, next, column, row, out);
    } else if (before && next < end) {
      interpolate(from, next - 1, reference, column, row, out);
    } else if (before) {
      carry(from, next - 1, column, row, out);
    }
  }

  private boolean mixed(Samples from, long reference, int end) {
    if (!from.mayHoldHistograms()) {
      return false;
    }
    int start = from.firstAfter(reference - lookback);
    for (int i = start + 1; i < end; i++) {
      if (from.isHistogram(i) != from.isHistogram(start)) {
        return true;
      }
    }
    return false;
  }

  private static void write(Samples from, int index, int column, int row, Batch out) {
    @Nullable NativeHistogram histogram = from.histogram(index);
    if (histogram == null) {
      out.set(column, row, from.value(index));
    } else {
      out.set(column, row, histogram);
    }
  }

  private static void carry(Samples from, int index, int column, int row, Batch out) {
    @Nullable NativeHistogram histogram = from.histogram(index);
    if (histogram == null) {
      out.set(column, row, from.value(index));
    } else {
      out.set(column, row, histogram.withHint(CounterResetHint.UNKNOWN));
    }
  }

  private void interpolate(
      Samples from, int index, long reference, int column, int row, Batch out) {
    @Nullable NativeHistogram before = from.histogram(index);
    @Nullable NativeHistogram after = from.histogram(index + 1);
    if (before == null || after == null) {
      out.set(column, row, WindowEdges.interpolate(from, index, reference, false));
      return;
    }
    // A counter would be taken to start anew, and the two would not meet.
    if (before.hasCustomBounds() != after.hasCustomBounds()) {
      annotations.add(HistogramNotes.mixedSchemas(labels.get(column).metricName(), span));
      return;
    }
    boolean gauges =
        before.hint() == CounterResetHint.GAUGE && after.hint() == CounterResetHint.GAUGE;
    double passed = reference - from.time(index);
    double share = passed / (from.time(index + 1) - from.time(index));
    out.set(column, row, HistogramInterpolation.between(before, after, share, !gauges));
  }

  @Override
  public String describe() {
    return "select " + matchers + time.describe() + ", smoothed: " + labels.size() + " series";
  }

  @Override
  public List<PlanNode> inputs() {
    return List.of();
  }
}
