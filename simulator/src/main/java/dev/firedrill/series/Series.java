package dev.firedrill.series;

import dev.firedrill.labels.Labels;

/// A label set and its samples.
public record Series(Labels labels, Samples samples) {
  /// {@return how two compare in the order of their labels}
  ///
  /// To be named where they are sorted: [java.util.Comparator#comparing] is made anew at each
  /// start.
  public static int byLabels(Series one, Series other) {
    return one.labels.compareTo(other.labels);
  }
}
