package dev.firedrill.cli.report;

import dev.firedrill.engine.Annotation;
import dev.firedrill.engine.Evaluation;
import dev.firedrill.engine.QueryResult;
import dev.firedrill.histogram.Bucket;
import dev.firedrill.histogram.BucketBounds;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.LabelNames;
import dev.firedrill.labels.Labels;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A query's result as `promtool query` prints it, followed by its warnings.
///
/// @param expr the text that was evaluated
public record QueryText(String expr, Evaluation evaluation) implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    switch (evaluation.result()) {
      case QueryResult.Vector vector -> {
        for (QueryResult.Sample sample : vector.samples()) {
          out.append(metric(sample.labels())).append(" => ");
          value(out, sample.value(), sample.histogram(), vector.time());
        }
      }
      case QueryResult.Matrix matrix -> {
        for (Series series : matrix.series()) {
          out.append(metric(series.labels())).append(" =>\n");
          values(out, series.samples());
        }
      }
      case QueryResult.Scalar scalar -> {
        out.append("scalar: ");
        value(out, scalar.value(), null, scalar.time());
      }
      case QueryResult.Text text -> out.append(text.value()).append('\n');
    }
    for (Annotation annotation : evaluation.annotations()) {
      out.append(annotation.format(expr)).append('\n');
    }
  }

  private static void values(Appendable out, Samples samples) throws IOException {
    for (int i = 0; i < samples.size(); i++) {
      value(out, samples.value(i), samples.histogram(i), samples.time(i));
    }
  }

  private static void value(
      Appendable out, double number, @Nullable NativeHistogram histogram, long time)
      throws IOException {
    out.append(histogram == null ? GoFloat.plain(number) : text(histogram));
    out.append(" @[").append(GoFloat.plain(time / 1000.0)).append("]\n");
  }

  /// {@return labels with the metric name before the braces, which are left out where empty}
  static String metric(Labels labels) {
    StringBuilder text = new StringBuilder(labels.metricName());
    String before = "{";
    for (int i = 0; i < labels.size(); i++) {
      if (!labels.name(i).equals(Labels.METRIC_NAME)) {
        text.append(before).append(LabelNames.quotedIfNeeded(labels.name(i)));
        text.append('=').append(GoQuote.quote(labels.value(i)));
        before = ", ";
      }
    }
    if (before.equals(", ")) {
      text.append('}');
    }
    return text.isEmpty() ? "{}" : text.toString();
  }

  private static String text(NativeHistogram histogram) {
    StringBuilder text = new StringBuilder("Count: ");
    text.append(GoFloat.plain(histogram.count(), 6));
    text.append(", Sum: ").append(GoFloat.plain(histogram.sum(), 6)).append(", Buckets: [");
    String before = "";
    for (Bucket bucket : histogram.buckets()) {
      if (bucket.count() != 0) {
        int boundaries = boundaries(histogram, bucket);
        text.append(before).append((boundaries & 1) == 1 ? '[' : '(');
        text.append(GoFloat.general(bucket.lower())).append(',');
        text.append(GoFloat.general(bucket.upper()));
        text.append(boundaries == 0 || boundaries == 3 ? ']' : ')');
        text.append(':').append(GoFloat.plain(bucket.count()));
        before = " ";
      }
    }
    return text.append(']').toString();
  }

  /// {@return which bounds belong to a bucket, as Prometheus's API counts: 0 the upper, 1 the
  ///     lower, 2 none, 3 both}
  static int boundaries(NativeHistogram histogram, Bucket bucket) {
    if (histogram.schema() == BucketBounds.CUSTOM_SCHEMA) {
      return bucket.lower() == Double.NEGATIVE_INFINITY ? 3 : 0;
    }
    boolean lower = bucket.lower() < 0;
    boolean upper = bucket.upper() > 0;
    if (lower) {
      return upper ? 3 : 1;
    }
    return upper ? 0 : 2;
  }
}
