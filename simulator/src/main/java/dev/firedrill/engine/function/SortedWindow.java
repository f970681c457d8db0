package dev.firedrill.engine.function;

import dev.firedrill.engine.operator.Quantile;
import dev.firedrill.series.Samples;
import java.util.Arrays;

/// `quantile_over_time`: keeps the values of the window in order, so that a step sorts in no more
/// than the samples that enter and takes out those that leave.
///
/// Which values stand next to a rank does not depend on how they came into order, so the bits are
/// those of sorting anew.
final class SortedWindow implements WindowKernel {
  private final Samples samples;
  private double[] sorted = new double[16];
  private int size;
  private int from;
  private int to;

  SortedWindow(Samples samples) {
    this.samples = samples;
  }

  @Override
  public boolean apply(Window window) {
    moveTo(window.from(), window.to());
    return window.give(Quantile.ofSorted(window.parameter(), sorted, size));
  }

  private void moveTo(int start, int end) {
    if (end - start > sorted.length) {
      sorted = Arrays.copyOf(sorted, Math.max(end - start, sorted.length * 2));
    }
    int changes = start - from + end - to;
    if (start >= to || changes > (end - start) / 4) {
      refill(start, end);
    } else {
      // First those that leave, so that there is room.
      for (; from < start; from++) {
        remove(samples.value(from));
      }
      for (; to < end; to++) {
        insert(samples.value(to));
      }
    }
  }

  private void refill(int start, int end) {
    size = end - start;
    for (int i = 0; i < size; i++) {
      sorted[i] = samples.value(start + i);
    }
    Quantile.sort(sorted, size);
    from = start;
    to = end;
  }

  private void remove(double value) {
    int place = firstNotBefore(value);
    System.arraycopy(sorted, place + 1, sorted, place, size - place - 1);
    size--;
  }

  private void insert(double value) {
    int place = firstNotBefore(value);
    System.arraycopy(sorted, place, sorted, place + 1, size - place);
    sorted[place] = value;
    size++;
  }

  private int firstNotBefore(double value) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Quantile.compare(sorted[middle], value) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
