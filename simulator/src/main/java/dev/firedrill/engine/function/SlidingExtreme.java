package dev.firedrill.engine.function;

import dev.firedrill.series.Samples;
import java.util.Arrays;

/// `min_over_time` and `max_over_time`: a step costs no more than the samples that enter and leave.
///
/// The samples of a window are in two parts. Of the later one, which grows, the extreme is known.
/// Of the earlier one those samples are kept that are the extreme of all from them on, and leave
/// one after the other; once none is left the later part becomes the earlier one. So each sample is
/// compared twice, and hardly ever is the outcome a surprise to the processor.
///
/// NaN counts only where there is nothing else. Of equal values the earlier one stays, which tells
/// 0 from -0; where the time matters and not the value, the later one.
final class SlidingExtreme implements BatchKernel {
  private final Samples samples;
  private final boolean latest;
  // what makes the wanted extreme the greatest
  private final double sign;
  // of the earlier part, the first one last
  private int[] candidates;
  private int count;
  // where the later part begins and ends, and the index of its extreme; -1 for none
  private int middle;
  private int seen;
  private int best = -1;

  SlidingExtreme(Samples samples, boolean greatest) {
    this(samples, greatest, false);
  }

  private SlidingExtreme(Samples samples, boolean greatest, boolean latest) {
    this.latest = latest;
    this.samples = samples;
    this.sign = greatest ? 1 : -1;
    this.candidates = new int[16];
  }

  /// `ts_of_min_over_time` and `ts_of_max_over_time`.
  static WindowKernel time(Samples samples, boolean greatest) {
    SlidingExtreme extreme = new SlidingExtreme(samples, greatest, true);
    return window ->
        window.give(samples.time(extreme.indexIn(window.from(), window.to())) / 1000.0);
  }

  @Override
  public boolean apply(Window window) {
    return window.give(samples.value(indexIn(window.from(), window.to())));
  }

  @Override
  public void apply(WindowBatch windows, double[] results) {
    int[] from = windows.from();
    int[] to = windows.to();
    for (int window = 0; window < windows.count(); window++) {
      results[window] = samples.value(indexIn(from[window], to[window]));
    }
  }

  private int indexIn(int from, int to) {
    if (from >= middle) {
      turn(from, to);
    } else {
      goOn(to);
    }
    while (count > 0 && candidates[count - 1] < from) {
      count--;
    }
    if (count == 0) {
      return best < 0 ? to - 1 : best;
    }
    int earlier = candidates[count - 1];
    return best < 0 || !beats(key(best), key(earlier)) ? earlier : best;
  }

  /// Makes all samples of a window the earlier part.
  private void turn(int from, int to) {
    count = 0;
    double extreme = Double.NaN;
    for (int i = to - 1; i >= from; i--) {
      double key = key(i);
      // Where one of them is NaN, too.
      if (!(key < extreme) && !(latest && key == extreme) && !Double.isNaN(key)) {
        extreme = key;
        keep(i);
      }
    }
    middle = to;
    seen = to;
    best = -1;
  }

  private void keep(int index) {
    if (count == candidates.length) {
      candidates = Arrays.copyOf(candidates, count * 2);
    }
    candidates[count++] = index;
  }

  /// Takes more samples into the later part.
  private void goOn(int to) {
    double extreme = best < 0 ? Double.NaN : key(best);
    for (int i = seen; i < to; i++) {
      double key = key(i);
      if (best < 0 ? !Double.isNaN(key) : beats(key, extreme)) {
        extreme = key;
        best = i;
      }
    }
    seen = Math.max(seen, to);
  }

  private double key(int index) {
    return sign * samples.value(index);
  }

  private boolean beats(double key, double earlier) {
    return key > earlier || (latest && key == earlier);
  }
}
