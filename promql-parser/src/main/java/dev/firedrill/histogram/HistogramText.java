package dev.firedrill.histogram;

import dev.firedrill.labels.GoFloat;

/// Native histograms as text.
final class HistogramText {
  private HistogramText() {}

  /// {@return what series notation has}
  static String notation(NativeHistogram histogram) {
    StringBuilder out = new StringBuilder("{{");
    if (histogram.schema() != 0) {
      field(out, "schema").append(histogram.schema());
    }
    number(out, "count", histogram.count());
    number(out, "sum", histogram.sum());
    number(out, "z_bucket", histogram.zeroCount());
    number(out, "z_bucket_w", histogram.zeroThreshold());
    if (histogram.hasCustomBounds()) {
      double[] bounds = new double[histogram.customBounds().size()];
      for (int i = 0; i < bounds.length; i++) {
        bounds[i] = histogram.customBounds().get(i);
      }
      list(field(out, "custom_values"), bounds);
    }
    if (histogram.hint() != CounterResetHint.UNKNOWN) {
      field(out, "counter_reset_hint").append(histogram.hint().keyword());
    }
    buckets(out, "", histogram.positive());
    buckets(out, "n_", histogram.negative());
    return out.append("}}").toString();
  }

  private static StringBuilder field(StringBuilder out, String key) {
    return out.append(out.length() > 2 ? " " : "").append(key).append(':');
  }

  private static void number(StringBuilder out, String key, double value) {
    if (value != 0) {
      field(out, key).append(GoFloat.general(value));
    }
  }

  private static void list(StringBuilder out, double[] values) {
    out.append('[');
    for (int i = 0; i < values.length; i++) {
      out.append(i > 0 ? " " : "").append(GoFloat.general(values[i]));
    }
    out.append(']');
  }

  // One span of consecutive buckets: gaps are filled with zeros.
  private static void buckets(StringBuilder out, String prefix, Buckets all) {
    Buckets buckets = all.compacted();
    if (buckets.isEmpty()) {
      return;
    }
    int[] indexes = buckets.indexes();
    int first = indexes[0];
    double[] counts = new double[indexes[indexes.length - 1] - first + 1];
    for (int i = 0; i < indexes.length; i++) {
      counts[indexes[i] - first] = buckets.count(i);
    }
    if (first != 0) {
      field(out, prefix + "offset").append(first);
    }
    list(field(out, prefix + "buckets"), counts);
  }

  /// {@return what Prometheus prints for a value}
  static String value(NativeHistogram histogram) {
    StringBuilder out = new StringBuilder("{count:").append(GoFloat.general(histogram.count()));
    out.append(", sum:").append(GoFloat.general(histogram.sum()));
    int[] negative = histogram.negative().indexes();
    for (int i = negative.length - 1; i >= 0; i--) {
      double lower = -histogram.bound(negative[i]);
      double upper = -histogram.bound(negative[i] - 1);
      bucket(out, '[', lower, upper, ')', histogram.negative().count(i));
    }
    double zero = histogram.zeroThreshold();
    bucket(out, '[', -zero, zero, ']', histogram.zeroCount());
    int[] positive = histogram.positive().indexes();
    for (int i = 0; i < positive.length; i++) {
      boolean lowest = histogram.hasCustomBounds() && positive[i] == 0;
      double lower = histogram.bound(positive[i] - 1);
      double upper = histogram.bound(positive[i]);
      bucket(out, lowest ? '[' : '(', lower, upper, ']', histogram.positive().count(i));
    }
    return out.append('}').toString();
  }

  private static void bucket(
      StringBuilder out, char open, double lower, double upper, char close, double count) {
    if (count != 0) {
      out.append(", ").append(open).append(GoFloat.general(lower)).append(',');
      out.append(GoFloat.general(upper)).append(close).append(':').append(GoFloat.general(count));
    }
  }
}
