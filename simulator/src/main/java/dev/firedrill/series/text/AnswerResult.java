package dev.firedrill.series.text;

import com.fasterxml.jackson.core.JsonToken;
import dev.firedrill.labels.Labels;
import java.io.IOException;

/// Reads the result in an answer of the query API: a list of series, each with the labels that it
/// has as a `metric`, and with one sample or several.
final class AnswerResult {
  private final AnswerJson json;
  private final AnswerSeries series;

  /// @param series is given what is read
  AnswerResult(AnswerJson json, AnswerSeries series) {
    this.json = json;
    this.series = series;
  }

  /// Reads it from the current token on.
  void read() throws IOException, MalformedAnswer {
    if (json.token() == JsonToken.VALUE_NULL) {
      return;
    }
    json.expect(JsonToken.START_ARRAY, "a list of series");
    while (json.next() != JsonToken.END_ARRAY) {
      json.expect(JsonToken.START_OBJECT, "a series");
      series.begin();
      while (json.next() != JsonToken.END_OBJECT) {
        switch (json.member()) {
          case "metric" -> series.labels(labels());
          case "value" -> sample();
          case "values" -> samples();
          case QueryAnswer.STALE -> stale();
          case "histogram" -> histogram();
          case "histograms" -> histograms();
          default -> json.skip();
        }
      }
      series.end();
    }
  }

  private Labels labels() throws IOException, MalformedAnswer {
    json.expect(JsonToken.START_OBJECT, "labels");
    Labels.Builder labels = Labels.EMPTY.toBuilder();
    while (json.next() != JsonToken.END_OBJECT) {
      labels.set(json.member(), json.text("the value of a label, as a text"));
    }
    return labels.build();
  }

  private void samples() throws IOException, MalformedAnswer {
    json.expect(JsonToken.START_ARRAY, "a list of samples");
    while (json.next() != JsonToken.END_ARRAY) {
      sample();
    }
  }

  private void sample() throws IOException, MalformedAnswer {
    json.expect(JsonToken.START_ARRAY, "a sample: [time, \"value\"]");
    json.next();
    long time = json.time();
    json.next();
    series.sample(time, json.value());
    json.next();
    json.expect(JsonToken.END_ARRAY, "the end of the sample");
  }

  private void stale() throws IOException, MalformedAnswer {
    json.expect(JsonToken.START_ARRAY, "a list of times");
    while (json.next() != JsonToken.END_ARRAY) {
      series.marker(json.time());
    }
  }

  private void histograms() throws IOException, MalformedAnswer {
    json.expect(JsonToken.START_ARRAY, "a list of histograms");
    while (json.next() != JsonToken.END_ARRAY) {
      histogram();
    }
  }

  private void histogram() throws IOException, MalformedAnswer {
    json.expect(JsonToken.START_ARRAY, "a sample: [time, {histogram}]");
    json.next();
    long time = json.time();
    json.next();
    json.expect(JsonToken.START_OBJECT, "a histogram");
    AnswerHistogram histogram = new AnswerHistogram();
    while (json.next() != JsonToken.END_OBJECT) {
      switch (json.member()) {
        case "count" -> histogram.count(json.value());
        case "sum" -> histogram.sum(json.value());
        case "buckets" -> buckets(histogram);
        case QueryAnswer.RECORDED ->
            histogram.notation(json.text("a histogram in series notation"));
        default -> json.skip();
      }
    }
    try {
      series.histogram(time, histogram.histogram());
    } catch (IllegalArgumentException e) {
      throw json.malformed(String.valueOf(e.getMessage()));
    }
    json.next();
    json.expect(JsonToken.END_ARRAY, "the end of the sample");
  }

  private void buckets(AnswerHistogram histogram) throws IOException, MalformedAnswer {
    json.expect(JsonToken.START_ARRAY, "a list of buckets");
    while (json.next() != JsonToken.END_ARRAY) {
      json.expect(JsonToken.START_ARRAY, "a bucket: [bounds, \"lower\", \"upper\", \"count\"]");
      json.next();
      int bounds = json.number("a number from 0 to 3 for which bounds belong to it");
      double[] numbers = new double[3];
      for (int i = 0; i < numbers.length; i++) {
        json.next();
        numbers[i] = json.value();
      }
      histogram.bucket(bounds, numbers[0], numbers[1], numbers[2]);
      json.next();
      json.expect(JsonToken.END_ARRAY, "the end of the bucket");
    }
  }
}
