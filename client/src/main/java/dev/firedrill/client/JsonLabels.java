package dev.firedrill.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.firedrill.labels.Labels;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// Small things that the APIs' JSON is made of.
final class JsonLabels {
  private JsonLabels() {}

  /// Reads a label set.
  static Labels read(JsonParser json) throws IOException {
    Labels.Builder labels = Labels.EMPTY.toBuilder();
    texts(json, labels::set);
    return labels.build();
  }

  /// Reads names and texts.
  static Map<String, String> texts(JsonParser json) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    texts(json, texts::put);
    return texts;
  }

  private static void texts(JsonParser json, BiConsumer<String, String> each) throws IOException {
    JsonEnvelope.expect(json, JsonToken.START_OBJECT);
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      each.accept(name, json.getValueAsString(""));
      json.skipChildren();
    }
  }

  /// Reads a list of texts.
  static List<String> list(JsonParser json) throws IOException {
    return list(json, each -> each.getValueAsString(""));
  }

  /// Reads a list.
  static <T> List<T> list(JsonParser json, JsonEnvelope.Data<T> each) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return List.of();
    }
    JsonEnvelope.expect(json, JsonToken.START_ARRAY);
    List<T> items = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      items.add(each.read(json));
    }
    return items;
  }

  /// Reads the fields of an object; each is at its value when it is looked at.
  static void fields(JsonParser json, Field field) throws IOException {
    JsonEnvelope.expect(json, JsonToken.START_OBJECT);
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = String.valueOf(json.currentName());
      json.nextToken();
      field.read(name);
      // What was not read is passed over.
      if (json.currentToken().isStructStart()) {
        json.skipChildren();
      }
    }
  }

  /// Reads the value of a field, or leaves it.
  @FunctionalInterface
  interface Field {
    void read(String name) throws IOException;
  }
}
