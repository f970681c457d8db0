package dev.firedrill.client;

import static dev.firedrill.client.JsonEnvelope.expect;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.firedrill.client.ServedHistogram.ServedBucket;
import dev.firedrill.labels.GoFormatException;
import dev.firedrill.labels.GoNumber;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Reads a native histogram of an answer.
final class HistogramReader {
  private HistogramReader() {}

  /// {@return the histogram whose opening brace is the current token; its end is that afterwards}
  static ServedHistogram read(JsonParser json) throws IOException {
    expect(json, JsonToken.START_OBJECT);
    double count = 0;
    double sum = 0;
    List<ServedBucket> buckets = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "count" -> count = number(json);
        case "sum" -> sum = number(json);
        case "buckets" -> {
          expect(json, JsonToken.START_ARRAY);
          while (json.nextToken() != JsonToken.END_ARRAY) {
            buckets.add(bucket(json));
          }
        }
        case null, default -> json.skipChildren();
      }
    }
    return new ServedHistogram(count, sum, buckets);
  }

  private static ServedBucket bucket(JsonParser json) throws IOException {
    expect(json, JsonToken.START_ARRAY);
    json.nextToken();
    expect(json, JsonToken.VALUE_NUMBER_INT);
    int bounds = json.getValueAsInt();
    json.nextToken();
    double lower = number(json);
    json.nextToken();
    double upper = number(json);
    json.nextToken();
    double count = number(json);
    json.nextToken();
    expect(json, JsonToken.END_ARRAY);
    return new ServedBucket(bounds, lower, upper, count);
  }

  /// {@return the number that the current token, a text, is}
  static double number(JsonParser json) throws IOException {
    expect(json, JsonToken.VALUE_STRING);
    String text = json.getText();
    try {
      return GoNumber.parseFloat(text);
    } catch (GoFormatException e) {
      throw new MalformedAnswerException("the answer has a value that is no number: " + text, "");
    }
  }
}
