package dev.firedrill.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamReadException;
import dev.firedrill.diagnostic.Json;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The frame of each answer of Prometheus's API: `{"status":...,"data":...}`. It is read while it
/// comes, and what is in `data` is never held as a whole.
final class JsonEnvelope {
  static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(64 << 20)
                  .maxNameLength(1 << 20)
                  .maxNestingDepth(100)
                  .build())
          .build();

  private JsonEnvelope() {}

  /// Reads what is in `data`; starts at its first token and ends at its last.
  @FunctionalInterface
  interface Data<T> {
    T read(JsonParser json) throws IOException;
  }

  /// {@return what an answer holds}
  /// @param warnings takes what the server says beside it
  /// @param infos takes what it says for information
  static <T> T read(
      HttpTransport.Answer answer, Data<T> data, Consumer<String> warnings, Consumer<String> infos)
      throws IOException {
    try (JsonParser json = JSON.createParser(answer.body())) {
      SentSecrets secrets = answer.secrets();
      return read(
          json,
          data,
          text -> warnings.accept(secrets.hide(text)),
          text -> infos.accept(secrets.hide(text)));
    } catch (StreamReadException e) {
      throw new MalformedAnswerException(
          "the answer is not the API's JSON: " + Json.problem(e.getOriginalMessage()),
          "is the URL right?");
    }
  }

  private static <T> T read(
      JsonParser json, Data<T> data, Consumer<String> warnings, Consumer<String> infos)
      throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new MalformedAnswerException("the answer is not the API's JSON", "is the URL right?");
    }
    T found = null;
    String status = "";
    String error = "";
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      switch (name) {
        case "status" -> status = json.getValueAsString("");
        case "error" -> error = json.getValueAsString("");
        case "data" -> found = value == JsonToken.VALUE_NULL ? null : data.read(json);
        case "warnings", "infos" -> {
          if (value == JsonToken.START_ARRAY) {
            JsonLabels.list(json).forEach(name.equals("infos") ? infos : warnings);
          }
        }
        case null, default -> json.skipChildren();
      }
    }
    return checked(found, status, error);
  }

  private static <T> T checked(@Nullable T found, String status, String error)
      throws MalformedAnswerException {
    if (status.equals("error")) {
      throw new MalformedAnswerException(error, "");
    }
    if (found == null) {
      throw new MalformedAnswerException("the answer holds no data", "is the URL right?");
    }
    return found;
  }

  /// Makes sure of what stands at the parser's place.
  static void expect(JsonParser json, JsonToken wanted) throws MalformedAnswerException {
    if (json.currentToken() != wanted) {
      throw new MalformedAnswerException(
          "the answer has "
              + words(json.currentToken())
              + " where "
              + words(wanted)
              + " is expected",
          "is this a Prometheus-compatible server?");
    }
  }

  private static String words(@Nullable JsonToken token) {
    return switch (token) {
      case null -> "its end";
      case START_OBJECT -> "an object";
      case START_ARRAY -> "a list";
      case END_OBJECT, END_ARRAY -> "an end";
      case VALUE_STRING -> "a text";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_NULL -> "null";
      case VALUE_TRUE, VALUE_FALSE -> "true or false";
      case FIELD_NAME -> "a name";
      case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> "something else";
    };
  }
}
