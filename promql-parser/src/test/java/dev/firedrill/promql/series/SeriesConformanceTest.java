package dev.firedrill.promql.series;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firedrill.histogram.BucketSpan;
import dev.firedrill.histogram.Buckets;
import dev.firedrill.histogram.CounterResetHint;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.promql.ConformanceData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Series and histograms as Prometheus reads and prints them.
class SeriesConformanceTest {
  @TestFactory
  List<DynamicTest> readsSeries() {
    return ConformanceData.rows(
        "promql/series.jsonl", row -> row.get("input").asText(), this::readsSeries);
  }

  private void readsSeries(JsonNode row) {
    String input = row.get("input").asText();
    SeriesResult result = SeriesNotation.parse(input);
    switch (result) {
      case SeriesResult.Parsed(SeriesDescription series) -> {
        assertThat(row.get("ok").asBoolean()).as("accepted").isTrue();
        assertThat(values(series)).isEqualTo(expectedValues(row.get("values")));
        if (!row.get("test").asText().equals("TestParseHistogramSeries")) {
          assertThat(series.labels().toMap()).isEqualTo(labels(row.get("labels")));
        }
      }
      case SeriesResult.Rejected(var error) -> {
        String message = error.format(input);
        assertThat(row.get("ok").asBoolean()).as(message).isFalse();
        switch (row.get("error_match").asText()) {
          case "exact" -> assertThat(message).isEqualTo(row.get("error").asText());
          case "contains" -> assertThat(message).contains(row.get("error").asText());
          default -> assertThat(message).contains("parse error");
        }
      }
    }
  }

  @TestFactory
  List<DynamicTest> printsHistograms() {
    return ConformanceData.rows(
        "promql/histogram_text.jsonl", row -> row.get("out").asText(), this::printsHistogram);
  }

  private void printsHistogram(JsonNode row) {
    String text = row.get("out").asText();
    NativeHistogram histogram = histogram(row.get("histogram"));
    assertThat(histogram.toNotation()).isEqualTo(text);
    assertThat(SeriesNotation.parse("{} " + text))
        .isInstanceOfSatisfying(
            SeriesResult.Parsed.class,
            parsed ->
                assertThat(parsed.series().values())
                    .singleElement()
                    .isInstanceOfSatisfying(
                        SeriesValue.HistogramSample.class,
                        sample -> assertThat(sample.histogram().toNotation()).isEqualTo(text)));
  }

  private static List<Object> values(SeriesDescription series) {
    List<Object> values = new ArrayList<>();
    for (SeriesValue value : series.values()) {
      values.add(
          switch (value) {
            case SeriesValue.Missing _ -> "missing";
            case SeriesValue.Sample(double number) -> number;
            case SeriesValue.HistogramSample(NativeHistogram histogram, _) -> histogram;
          });
    }
    return values;
  }

  private static List<Object> expectedValues(JsonNode values) {
    List<Object> expected = new ArrayList<>();
    for (JsonNode value : values) {
      if (value.isNull()) {
        expected.add("missing");
      } else if (value.isObject()) {
        expected.add(histogram(value.get("histogram")));
      } else {
        expected.add(number(value));
      }
    }
    return expected;
  }

  private static Map<String, String> labels(JsonNode labels) {
    Map<String, String> map = new LinkedHashMap<>();
    labels.properties().forEach(label -> map.put(label.getKey(), label.getValue().asText()));
    return map;
  }

  private static NativeHistogram histogram(JsonNode node) {
    CounterResetHint hint = CounterResetHint.UNKNOWN;
    for (CounterResetHint candidate : CounterResetHint.values()) {
      if (candidate.keyword().equals(node.get("counter_reset_hint").asText())) {
        hint = candidate;
      }
    }
    return new NativeHistogram(
        hint,
        node.get("schema").asInt(),
        number(node.get("zero_threshold")),
        number(node.get("zero_count")),
        number(node.get("count")),
        number(node.get("sum")),
        buckets(node, "positive"),
        buckets(node, "negative"),
        numbers(node.get("custom_values")));
  }

  private static Buckets buckets(JsonNode node, String side) {
    List<BucketSpan> spans = new ArrayList<>();
    for (JsonNode span : node.get(side + "_spans")) {
      spans.add(new BucketSpan(span.get("offset").asInt(), span.get("length").asInt()));
    }
    return Buckets.of(
        spans, numbers(node.get(side + "_buckets")).stream().mapToDouble(d -> d).toArray());
  }

  private static List<Double> numbers(JsonNode list) {
    List<Double> numbers = new ArrayList<>();
    list.forEach(number -> numbers.add(number(number)));
    return numbers;
  }

  // Numbers that JSON lacks stand as strings.
  private static double number(JsonNode node) {
    return node.isNumber()
        ? node.asDouble()
        : Double.parseDouble(node.asText().replace("Inf", "Infinity"));
  }
}
