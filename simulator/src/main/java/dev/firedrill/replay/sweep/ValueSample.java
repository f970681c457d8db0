package dev.firedrill.replay.sweep;

import java.util.Arrays;

/// Many values of which quantiles are asked for: all of them, or where they are too many, every
/// second, fourth and so on in the order in which they came.
final class ValueSample {
  private final double[] kept;
  private int size;
  private long seen;
  private long stride = 1;
  private boolean sorted;

  /// @param most values that are kept at most; even, above 0
  ValueSample(int most) {
    this.kept = new double[most];
  }

  /// Takes a value; NaN is passed over.
  void add(double value) {
    if (Double.isNaN(value)) {
      return;
    }
    if (seen % stride == 0) {
      if (size == kept.length) {
        thin();
      }
      // The stride may just have grown.
      if (seen % stride == 0) {
        kept[size++] = value;
      }
    }
    seen++;
  }

  private void thin() {
    for (int i = 0; i < size / 2; i++) {
      kept[i] = kept[2 * i];
    }
    size /= 2;
    stride *= 2;
  }

  /// {@return how many values there were}
  long count() {
    return seen;
  }

  /// {@return the value that a share of all values does not exceed}
  /// @param share from 0 to 1
  double upper(double share) {
    return sorted()[Math.max(0, (int) Math.ceil(share * size) - 1)];
  }

  /// {@return the value that a share of all values is not below}
  /// @param share from 0 to 1
  double lower(double share) {
    return sorted()[Math.min(size - 1, size - (int) Math.ceil(share * size))];
  }

  private double[] sorted() {
    if (!sorted) {
      Arrays.sort(kept, 0, size);
      sorted = true;
    }
    return kept;
  }
}
