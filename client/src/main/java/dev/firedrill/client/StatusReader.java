package dev.firedrill.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.firedrill.labels.GoFormatException;
import dev.firedrill.labels.PrometheusDuration;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads what a server says of itself.
final class StatusReader {
  private StatusReader() {}

  static QueryStats stats(JsonParser json) throws IOException {
    double[] seconds = new double[1];
    long[] samples = new long[2];
    VectorResult.Collector result = new VectorResult.Collector();
    StringBuilder type = new StringBuilder();
    JsonLabels.fields(
        json,
        name -> {
          switch (name) {
            case "resultType" -> type.append(json.getValueAsString(""));
            case "result" -> SeriesReader.result(json, type.toString(), result);
            case "stats" -> JsonLabels.fields(json, part -> stats(json, part, seconds, samples));
            default -> {}
          }
        });
    return new QueryStats(seconds[0], samples[0], samples[1], result.result().samples().size());
  }

  private static void stats(JsonParser json, String part, double[] seconds, long[] samples)
      throws IOException {
    switch (part) {
      case "timings" ->
          JsonLabels.fields(
              json,
              name -> {
                if (name.equals("execTotalTime")) {
                  seconds[0] = json.getValueAsDouble(0);
                }
              });
      case "samples" ->
          JsonLabels.fields(
              json,
              name -> {
                switch (name) {
                  case "totalQueryableSamples" -> samples[0] = json.getValueAsLong(0);
                  case "peakSamples" -> samples[1] = json.getValueAsLong(0);
                  default -> {}
                }
              });
      default -> {}
    }
  }

  static Map<String, List<MetricMetadata>> metadata(JsonParser json) throws IOException {
    Map<String, List<MetricMetadata>> metrics = new HashMap<>();
    JsonLabels.fields(
        json, name -> metrics.put(name, JsonLabels.list(json, StatusReader::oneMetric)));
    return metrics;
  }

  private static MetricMetadata oneMetric(JsonParser json) throws IOException {
    Map<String, String> fields = JsonLabels.texts(json);
    return new MetricMetadata(
        fields.getOrDefault("type", "unknown"),
        fields.getOrDefault("help", ""),
        fields.getOrDefault("unit", ""));
  }

  static String configuration(JsonParser json) throws IOException {
    return JsonLabels.texts(json).getOrDefault("yaml", "");
  }

  static RuntimeInfo runtime(JsonParser json) throws IOException {
    Map<String, String> fields = JsonLabels.texts(json);
    String text = fields.getOrDefault("storageRetention", "");
    return new RuntimeInfo(retention(text), text, fields.getOrDefault("startTime", ""));
  }

  // `15d`, `10GiB`, or `15d or 10GiB`.
  private static @Nullable Duration retention(String text) {
    for (String part : text.split(" or ", -1)) {
      long millis = millis(part.strip());
      if (millis > 0) {
        return Duration.ofMillis(millis);
      }
    }
    return null;
  }

  private static long millis(String text) {
    try {
      return PrometheusDuration.parseMillis(text);
    } catch (GoFormatException e) {
      // A size.
      return 0;
    }
  }

  static BuildInfo build(JsonParser json) throws IOException {
    Map<String, String> fields = JsonLabels.texts(json);
    return new BuildInfo(fields.getOrDefault("version", ""), fields.getOrDefault("revision", ""));
  }

  static TsdbStatus tsdb(JsonParser json) throws IOException {
    long[] head = new long[3];
    Map<String, Long> metrics = new LinkedHashMap<>();
    JsonLabels.fields(
        json,
        name -> {
          switch (name) {
            case "headStats" -> JsonLabels.fields(json, field -> head(json, field, head));
            case "seriesCountByMetricName" -> {
              JsonEnvelope.expect(json, JsonToken.START_ARRAY);
              while (json.nextToken() != JsonToken.END_ARRAY) {
                Map<String, String> entry = JsonLabels.texts(json);
                metrics.put(
                    entry.getOrDefault("name", ""),
                    Long.parseLong(entry.getOrDefault("value", "0")));
              }
            }
            default -> {}
          }
        });
    return new TsdbStatus(head[0], head[1], head[2], metrics);
  }

  private static void head(JsonParser json, String field, long[] head) throws IOException {
    switch (field) {
      case "numSeries" -> head[0] = json.getValueAsLong(0);
      case "minTime" -> head[1] = json.getValueAsLong(0);
      case "maxTime" -> head[2] = json.getValueAsLong(0);
      default -> {}
    }
  }
}
