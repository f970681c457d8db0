package dev.firedrill.engine.function;

import dev.firedrill.engine.HistogramNotes;
import dev.firedrill.histogram.CounterResetHint;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.series.Samples;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `rate`, `increase` and `delta` of the native histograms of an `anchored` or `smoothed` window:
/// what is between its edges, without stretching.
///
/// @param counter whether restarts from zero are made up for
record HistogramEdgeDelta(boolean smoothed, boolean counter, boolean perSecond, CallArguments call)
    implements WindowKernel {
  @Override
  public boolean apply(Window window) {
    Samples samples = window.samples();
    Optional<WindowEdges.Places> found =
        WindowEdges.places(
            samples, window.from(), window.to(), window.start(), window.end(), smoothed);
    if (found.isEmpty()) {
      return false;
    }
    int first = found.get().first();
    int last = found.get().last();
    List<NativeHistogram> points = HistogramOverTime.of(samples, first, last + 1);
    if (!consistent(points, window.metric())) {
      return false;
    }
    boolean leftBetween = smoothed && samples.time(first) < window.start();
    boolean rightBetween = smoothed && last > window.from() && samples.time(last) > window.end();
    NativeHistogram left =
        leftBetween ? between(samples, first, window.start()) : points.getFirst();
    NativeHistogram right =
        rightBetween ? between(samples, last - 1, window.end()) : points.getLast();
    noteHints(left, right, window.metric());
    NativeHistogram delta = minus(right, left);
    if (counter) {
      delta = corrected(delta, points, left, right, leftBetween);
    }
    NativeHistogram result = perSecond ? delta.dividedBy(window.range() / 1000.0) : delta;
    return window.give(result.withHint(CounterResetHint.GAUGE).compacted());
  }

  private boolean consistent(List<NativeHistogram> points, String metric) {
    for (NativeHistogram point : points) {
      if (point.hasCustomBounds() != points.getFirst().hasCustomBounds()) {
        call.annotations().add(HistogramNotes.mixedSchemas(metric, call.span(0)));
        return false;
      }
      if (counter && point.hint() == CounterResetHint.GAUGE) {
        call.annotations().add(HistogramNotes.notCounter(metric, call.span(0)));
      }
    }
    return true;
  }

  private NativeHistogram between(Samples samples, int index, long time) {
    NativeHistogram before = samples.histogram(index);
    NativeHistogram after = samples.histogram(index + 1);
    if (before == null || after == null) {
      throw new IllegalArgumentException("histograms are wanted");
    }
    double passed = time - samples.time(index);
    double share = passed / (samples.time(index + 1) - samples.time(index));
    return HistogramInterpolation.between(before, after, share, counter);
  }

  private void noteHints(NativeHistogram left, NativeHistogram right, String metric) {
    boolean gauges =
        left.hint() == CounterResetHint.GAUGE && right.hint() == CounterResetHint.GAUGE;
    if (!counter && !gauges) {
      call.annotations().add(HistogramNotes.notGauge(metric, call.span(0)));
    }
  }

  private NativeHistogram minus(NativeHistogram right, NativeHistogram left) {
    if (right.needsReconciling(left)) {
      call.annotations().add(HistogramNotes.reconciledBounds("subtraction", call.span(0)));
    }
    return right.minus(left);
  }

  private NativeHistogram corrected(
      NativeHistogram delta,
      List<NativeHistogram> points,
      NativeHistogram left,
      NativeHistogram right,
      boolean leftBetween) {
    int next = 1;
    NativeHistogram previous = left;
    if (leftBetween && points.size() > 1 && points.get(1).isResetAfter(points.getFirst())) {
      // The left edge is already after the reset.
      previous = points.get(1);
      next = 2;
    }
    if (next >= points.size()) {
      return delta;
    }
    @Nullable NativeHistogram lost = null;
    for (; next < points.size() - 1; next++) {
      lost = points.get(next).isResetAfter(previous) ? plus(lost, previous) : lost;
      previous = points.get(next);
    }
    lost = right.isResetAfter(previous) ? plus(lost, previous) : lost;
    return lost == null ? delta : plus(delta, lost);
  }

  private NativeHistogram plus(@Nullable NativeHistogram sum, NativeHistogram added) {
    if (sum == null) {
      return added;
    }
    if (sum.needsReconciling(added)) {
      call.annotations().add(HistogramNotes.reconciledBounds("addition", call.span(0)));
    }
    return sum.plus(added);
  }
}
