package dev.firedrill.cli.report;

import dev.firedrill.diagnostic.Json;
import dev.firedrill.engine.Annotation;
import dev.firedrill.engine.Evaluation;
import dev.firedrill.engine.QueryResult;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.GoFloat;
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
        text.append('[').append(SampleJson.seconds(scalar.time())).append(",\"");
        text.append(GoFloat.plain(scalar.value())).append("\"]");
      }
      case QueryResult.Text string -> {
        text.append("\"string\",\"result\":[")
            .append(SampleJson.seconds(string.time()))
            .append(',');
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
      SampleJson.metric(text, sample.labels());
      @Nullable NativeHistogram histogram = sample.histogram();
      if (histogram == null) {
        SampleJson.number(text.append(",\"value\":"), vector.time(), sample.value());
      } else {
        SampleJson.histogram(text.append(",\"histogram\":"), vector.time(), histogram);
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
      SampleJson.metric(text, series.labels());
      SampleJson.samples(text, series.samples());
      text.append('}');
      comma = ",";
    }
    text.append(']');
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
}
