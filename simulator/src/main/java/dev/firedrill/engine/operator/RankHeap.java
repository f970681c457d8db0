package dev.firedrill.engine.operator;

import java.util.Arrays;

/// The best of a group's elements: a heap with the worst of them at its root.
final class RankHeap {
  private final boolean greatest;
  private final int[] series;
  private final double[] values;
  private int size;

  RankHeap(boolean greatest, int capacity) {
    this.greatest = greatest;
    this.series = new int[capacity];
    this.values = new double[capacity];
  }

  /// Takes an element where there is room or where it is better than the worst.
  void offer(int element, double value) {
    if (size < series.length) {
      series[size] = element;
      values[size] = value;
      size++;
      up(size - 1);
    } else if (size > 0 && displaces(value)) {
      series[0] = element;
      values[0] = value;
      down(0, size);
    }
  }

  private boolean displaces(double value) {
    double root = values[0];
    boolean better = greatest ? root < value : root > value;
    return better || (Double.isNaN(root) && !Double.isNaN(value));
  }

  private boolean worse(int i, int j) {
    if (Double.isNaN(values[i])) {
      return true;
    }
    return greatest ? values[i] < values[j] : values[i] > values[j];
  }

  private void up(int from) {
    int child = from;
    while (child > 0) {
      int parent = (child - 1) / 2;
      if (!worse(child, parent)) {
        return;
      }
      swap(parent, child);
      child = parent;
    }
  }

  private void down(int from, int end) {
    int parent = from;
    while (2 * parent + 1 < end) {
      int child = 2 * parent + 1;
      if (child + 1 < end && worse(child + 1, child)) {
        child++;
      }
      if (!worse(child, parent)) {
        return;
      }
      swap(parent, child);
      parent = child;
    }
  }

  private void swap(int i, int j) {
    int element = series[i];
    series[i] = series[j];
    series[j] = element;
    double value = values[i];
    values[i] = values[j];
    values[j] = value;
  }

  /// {@return the elements in the order in which the heap lies in memory}
  int[] asItLies() {
    return Arrays.copyOf(series, size);
  }

  /// {@return the elements, the best first, in the order in which Go sorts the heap}
  int[] bestFirst() {
    PatternDefeatingSort.sort(
        size,
        new PatternDefeatingSort.Elements() {
          @Override
          public boolean less(int i, int j) {
            return worse(j, i);
          }

          @Override
          public void swap(int i, int j) {
            RankHeap.this.swap(i, j);
          }
        });
    return Arrays.copyOf(series, size);
  }
}
