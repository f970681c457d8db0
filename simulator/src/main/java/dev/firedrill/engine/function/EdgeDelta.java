package dev.firedrill.engine.function;

import dev.firedrill.series.Samples;
import java.util.Optional;

/// `rate`, `increase` and `delta` of an `anchored` or `smoothed` window: what is between its edges,
/// without stretching.
///
/// @param counter whether restarts from zero are made up for
record EdgeDelta(
    Samples samples, CounterResets resets, boolean smoothed, boolean counter, boolean perSecond)
    implements WindowKernel {
  static EdgeDelta of(Samples samples, boolean smoothed, boolean counter, boolean perSecond) {
    CounterResets resets = new CounterResets(samples.withoutStarts());
    return new EdgeDelta(samples, resets, smoothed, counter, perSecond);
  }

  @Override
  public boolean apply(Window window) {
    long start = window.start();
    long end = window.end();
    Optional<WindowEdges> found =
        WindowEdges.of(samples, window.from(), window.to(), start, end, smoothed, counter);
    if (found.isEmpty()) {
      return false;
    }
    WindowEdges edges = found.get();
    double delta = edges.right() - edges.left();
    if (counter) {
      delta += lost(edges, start, end);
    }
    return window.give(perSecond ? delta / (window.range() / 1000.0) : delta);
  }

  private double lost(WindowEdges edges, long start, long end) {
    int first = samples.time(edges.first()) <= start ? edges.first() + 1 : edges.first();
    int last = samples.time(edges.last()) >= end ? edges.last() - 1 : edges.last();
    double lost = 0;
    double previous = edges.left();
    if (first <= last) {
      lost = samples.value(first) < previous ? previous : 0;
      lost = resets.lostBetween(lost, first + 1, last);
      previous = samples.value(last);
    }
    return edges.right() < previous ? lost + previous : lost;
  }

  /// `changes` and `resets` of an anchored window: from the last sample at or before its start.
  static RangeFunction anchored(RangeFunction plain) {
    return samples -> {
      WindowKernel kernel = plain.over(samples);
      return window -> {
        if (samples.time(window.to() - 1) <= window.start()) {
          return false;
        }
        window.anchor();
        return kernel.apply(window);
      };
    };
  }
}
