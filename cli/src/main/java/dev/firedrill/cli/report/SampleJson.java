package dev.firedrill.cli.report;

import dev.firedrill.diagnostic.Json;
import dev.firedrill.histogram.Bucket;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.Labels;
import dev.firedrill.series.Samples;
import dev.firedrill.series.text.QueryAnswer;
import org.jspecify.annotations.Nullable;

/// Labels and samples as Prometheus's HTTP API writes them.
final class SampleJson {
  private SampleJson() {}

  /// Writes the start of a series: `{"metric":{...}`.
  static void metric(StringBuilder text, Labels labels) {
    text.append("{\"metric\":{");
    for (int i = 0; i < labels.size(); i++) {
      text.append(i == 0 ? "" : ",").append(Json.quote(labels.name(i)));
      text.append(':').append(Json.quote(labels.value(i)));
    }
    text.append('}');
  }

  /// Writes the members `values` and `histograms` of a series, those of which there are some.
  static void samples(StringBuilder text, Samples samples) {
    samples(text, samples, false);
  }

  /// Writes them so that they read back to the same samples.
  ///
  /// @param exact whether histograms have, under the key [QueryAnswer#RECORDED], all that the API
  ///     does not show of them
  static void samples(StringBuilder text, Samples samples, boolean exact) {
    StringBuilder numbers = new StringBuilder();
    StringBuilder histograms = new StringBuilder();
    for (int i = 0; i < samples.size(); i++) {
      @Nullable NativeHistogram histogram = samples.histogram(i);
      if (histogram == null) {
        number(numbers.append(numbers.isEmpty() ? "" : ","), samples.time(i), samples.value(i));
      } else {
        histograms.append(histograms.isEmpty() ? "" : ",");
        histogram(histograms, samples.time(i), histogram);
        if (exact) {
          // Into the object, before `}]`.
          histograms.setLength(histograms.length() - 2);
          histograms.append(",\"").append(QueryAnswer.RECORDED).append("\":\"");
          histograms.append(histogram.toNotation()).append("\"}]");
        }
      }
    }
    if (!numbers.isEmpty()) {
      text.append(",\"values\":[").append(numbers).append(']');
    }
    if (!histograms.isEmpty()) {
      text.append(",\"histograms\":[").append(histograms).append(']');
    }
  }

  /// Writes `[time,"value"]`.
  static void number(StringBuilder text, long time, double value) {
    text.append('[').append(seconds(time)).append(",\"");
    text.append(GoFloat.json(value)).append("\"]");
  }

  /// Writes `[time,{...}]`.
  static void histogram(StringBuilder text, long time, NativeHistogram histogram) {
    text.append('[').append(seconds(time));
    text.append(",{\"count\":\"").append(GoFloat.json(histogram.count()));
    text.append("\",\"sum\":\"").append(GoFloat.json(histogram.sum())).append('"');
    String before = ",\"buckets\":[";
    for (Bucket bucket : histogram.buckets()) {
      if (bucket.count() != 0) {
        text.append(before).append('[').append(QueryText.boundaries(histogram, bucket));
        text.append(",\"").append(GoFloat.json(bucket.lower()));
        text.append("\",\"").append(GoFloat.json(bucket.upper()));
        text.append("\",\"").append(GoFloat.json(bucket.count())).append("\"]");
        before = ",";
      }
    }
    text.append(before.equals(",") ? "]}]" : "}]");
  }

  /// {@return epoch seconds, with three decimals unless they are none}
  static String seconds(long millis) {
    long rest = Math.abs(millis % 1000);
    String sign = millis < 0 && millis > -1000 ? "-" : "";
    String whole = sign + millis / 1000;
    return rest == 0 ? Long.toString(millis / 1000) : whole + "." + (1000 + rest + "").substring(1);
  }
}
