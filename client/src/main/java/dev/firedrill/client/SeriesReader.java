package dev.firedrill.client;

import static dev.firedrill.client.JsonEnvelope.expect;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.firedrill.labels.Labels;
import java.io.IOException;
import java.math.RoundingMode;

/// Reads the result of a query, series by series.
final class SeriesReader {
  private static final double LATEST = 1e15;
  private static final double EARLIEST = 1e-4;

  private final JsonParser json;
  private final SeriesSink sink;

  private SeriesReader(JsonParser json, SeriesSink sink) {
    this.json = json;
    this.sink = sink;
  }

  /// Reads what is in `data` of an answer to a query.
  static void read(JsonParser json, SeriesSink sink) throws IOException {
    new SeriesReader(json, sink).data();
  }

  /// Reads the list of series in `result`.
  ///
  /// @param type of the result: `vector`, `matrix`, `scalar` or `string`
  static void result(JsonParser json, String type, SeriesSink sink) throws IOException {
    new SeriesReader(json, sink).result(type);
  }

  private void data() throws IOException {
    expect(json, JsonToken.START_OBJECT);
    String type = "";
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "resultType" -> type = json.getValueAsString("");
        case "result" -> result(type);
        case null, default -> json.skipChildren();
      }
    }
  }

  private void result(String type) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    expect(json, JsonToken.START_ARRAY);
    switch (type) {
      case "scalar" -> {
        sink.series(Labels.EMPTY);
        sampleBody();
      }
      case "string" -> {
        while (json.nextToken() != JsonToken.END_ARRAY) {
          json.skipChildren();
        }
      }
      default -> {
        while (json.nextToken() != JsonToken.END_ARRAY) {
          one();
        }
      }
    }
  }

  // Prometheus gives the labels first, as a sink wants them.
  private void one() throws IOException {
    expect(json, JsonToken.START_OBJECT);
    boolean begun = false;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "metric" -> {
          sink.series(JsonLabels.read(json));
          begun = true;
        }
        case "value", "histogram" -> sampleAfterLabels(name, begun);
        case "values", "histograms" -> {
          expect(json, JsonToken.START_ARRAY);
          while (json.nextToken() != JsonToken.END_ARRAY) {
            sampleAfterLabels(name, begun);
          }
        }
        case null, default -> json.skipChildren();
      }
    }
  }

  private void sampleAfterLabels(String field, boolean begun) throws IOException {
    if (!begun) {
      throw new MalformedAnswerException(
          "the answer has samples before the labels of their series", "");
    }
    expect(json, JsonToken.START_ARRAY);
    if (field.startsWith("value")) {
      sampleBody();
    } else {
      json.nextToken();
      long time = time();
      json.nextToken();
      sink.histogram(time, HistogramReader.read(json));
      json.nextToken();
      expect(json, JsonToken.END_ARRAY);
    }
  }

  private void sampleBody() throws IOException {
    json.nextToken();
    long time = time();
    json.nextToken();
    sink.sample(time, HistogramReader.number(json));
    json.nextToken();
    expect(json, JsonToken.END_ARRAY);
  }

  // As a decimal, 1e999999999 would be written out.
  private long time() throws IOException {
    JsonToken token = json.currentToken();
    if (token != JsonToken.VALUE_NUMBER_INT) {
      expect(json, JsonToken.VALUE_NUMBER_FLOAT);
    }
    double about = Math.abs(json.getDoubleValue());
    if (about > LATEST) {
      throw new MalformedAnswerException("the answer has a time out of range", "");
    }
    if (token == JsonToken.VALUE_NUMBER_INT) {
      return json.getLongValue() * 1000;
    }
    if (about < EARLIEST) {
      return 0;
    }
    return json.getDecimalValue()
        .movePointRight(3)
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}
