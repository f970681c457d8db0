package dev.firedrill.cli.report;

import dev.firedrill.diagnostic.Json;
import dev.firedrill.engine.Annotation;
import dev.firedrill.engine.Evaluation;
import dev.firedrill.engine.QueryResult;
import dev.firedrill.histogram.Bucket;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.Labels;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A query's result as Prometheus's HTTP API answers.
///
/// @param expr the text that was evaluated
public record QueryJson(String expr, Evaluation evaluation) implements Report {
  // Prometheus says no more of each kind.
  private static final int MOST_ANNOTATIONS = 10;

  @Override
  public void write(Appendable out) throws IOException {
    StringBuilder text = new StringBuilder("{\"status\":\"success\",\"data\":{\"resultType\":");
    switch (evaluation.result()) {
      case QueryResult.Vector vector -> vector(text, vector);
      case QueryResult.Matrix matrix -> matrix(text, matrix);
      case QueryResult.Scalar scalar -> {
        text.append("\"scalar\",\"result\":");
        // Without exponents, unlike the samples of vectors.
        text.append('[').append(seconds(scalar.time())).append(",\"");
        text.append(GoFloat.plain(scalar.value())).append("\"]");
      }
      case QueryResult.Text string -> {
        text.append("\"string\",\"result\":[").append(seconds(string.time())).append(',');
        text.append(Json.quote(string.value())).append(']');
      }
    }
    text.append('}');
    annotations(text, true);
    annotations(text, false);
    out.append(text.append("}\n"));
  }

  private static void vector(StringBuilder text, QueryResult.Vector vector) {
    text.append("\"vector\",\"result\":[");
    String comma = "";
    for (QueryResult.Sample sample : vector.samples()) {
      text.append(comma);
      metric(text, sample.labels());
      @Nullable NativeHistogram histogram = sample.histogram();
      if (histogram == null) {
        number(text.append(",\"value\":"), vector.time(), sample.value());
      } else {
        histogram(text.append(",\"histogram\":"), vector.time(), histogram);
      }
      text.append('}');
      comma = ",";
    }
    text.append(']');
  }

  private static void matrix(StringBuilder text, QueryResult.Matrix matrix) {
    text.append("\"matrix\",\"result\":[");
    String comma = "";
    for (Series series : matrix.series()) {
      text.append(comma);
      metric(text, series.labels());
      values(text, series.samples());
      text.append('}');
      comma = ",";
    }
    text.append(']');
  }

  private static void values(StringBuilder text, Samples samples) {
    StringBuilder numbers = new StringBuilder();
    StringBuilder histograms = new StringBuilder();
    for (int i = 0; i < samples.size(); i++) {
      @Nullable NativeHistogram histogram = samples.histogram(i);
      if (histogram == null) {
        number(numbers.append(numbers.isEmpty() ? "" : ","), samples.time(i), samples.value(i));
      } else {
        histograms.append(histograms.isEmpty() ? "" : ",");
        histogram(histograms, samples.time(i), histogram);
      }
    }
    if (!numbers.isEmpty()) {
      text.append(",\"values\":[").append(numbers).append(']');
    }
    if (!histograms.isEmpty()) {
      text.append(",\"histograms\":[").append(histograms).append(']');
    }
  }

  private static void metric(StringBuilder text, Labels labels) {
    text.append("{\"metric\":{");
    for (int i = 0; i < labels.size(); i++) {
      text.append(i == 0 ? "" : ",").append(Json.quote(labels.name(i)));
      text.append(':').append(Json.quote(labels.value(i)));
    }
    text.append('}');
  }

  private static void number(StringBuilder text, long time, double value) {
    text.append('[').append(seconds(time)).append(",\"");
    text.append(GoFloat.json(value)).append("\"]");
  }

  private static void histogram(StringBuilder text, long time, NativeHistogram histogram) {
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

  private void annotations(StringBuilder text, boolean warnings) {
    List<String> texts = new ArrayList<>();
    for (Annotation annotation : evaluation.annotations()) {
      if (annotation.warning() == warnings) {
        texts.add(annotation.format(expr));
      }
    }
    if (texts.isEmpty()) {
      return;
    }
    int left = texts.size() - MOST_ANNOTATIONS;
    if (left > 0) {
      String kind = warnings ? "warning" : "info";
      texts.subList(MOST_ANNOTATIONS, texts.size()).clear();
      texts.add(left + " more " + kind + " annotations omitted");
    }
    String before = warnings ? ",\"warnings\":[" : ",\"infos\":[";
    for (String each : texts) {
      text.append(before).append(Json.quote(each));
      before = ",";
    }
    text.append(']');
  }

  /// {@return epoch seconds, with three decimals unless they are none}
  private static String seconds(long millis) {
    long rest = Math.abs(millis % 1000);
    String sign = millis < 0 && millis > -1000 ? "-" : "";
    String whole = sign + millis / 1000;
    return rest == 0 ? Long.toString(millis / 1000) : whole + "." + (1000 + rest + "").substring(1);
  }
}
