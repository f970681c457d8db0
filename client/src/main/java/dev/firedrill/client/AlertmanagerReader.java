package dev.firedrill.client;

import com.fasterxml.jackson.core.JsonParser;
import com.google.re2j.PatternSyntaxException;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.labels.Labels;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads what Alertmanager's API gives.
final class AlertmanagerReader {
  private AlertmanagerReader() {}

  static AlertmanagerStatus status(JsonParser json) throws IOException {
    Map<String, String> found = new HashMap<>();
    JsonLabels.fields(
        json,
        name -> {
          switch (name) {
            case "config", "versionInfo" -> found.putAll(JsonLabels.texts(json));
            default -> {}
          }
        });
    return new AlertmanagerStatus(
        found.getOrDefault("version", ""), found.getOrDefault("original", ""));
  }

  static ServerSilence silence(JsonParser json) throws IOException {
    Map<String, String> texts = new HashMap<>();
    List<LabelMatcher> matchers = new ArrayList<>();
    JsonLabels.fields(
        json,
        name -> {
          switch (name) {
            case "status" -> texts.putAll(JsonLabels.texts(json));
            case "matchers" -> matchers.addAll(JsonLabels.list(json, AlertmanagerReader::matcher));
            default -> texts.put(name, json.getValueAsString(""));
          }
        });
    return new ServerSilence(
        texts.getOrDefault("id", ""),
        texts.getOrDefault("state", ""),
        matchers,
        texts.getOrDefault("startsAt", ""),
        texts.getOrDefault("endsAt", ""),
        texts.getOrDefault("createdBy", ""),
        texts.getOrDefault("comment", ""));
  }

  private static LabelMatcher matcher(JsonParser json) throws IOException {
    Map<String, String> fields = JsonLabels.texts(json);
    boolean regex = fields.getOrDefault("isRegex", "false").equals("true");
    // Servers before 0.22 know no negative matchers.
    boolean equal = fields.getOrDefault("isEqual", "true").equals("true");
    Operator operator =
        regex
            ? (equal ? Operator.REGEX : Operator.NOT_REGEX)
            : (equal ? Operator.EQUAL : Operator.NOT_EQUAL);
    String name = fields.getOrDefault("name", "");
    String value = fields.getOrDefault("value", "");
    try {
      return LabelMatcher.of(name, operator, value);
    } catch (PatternSyntaxException e) {
      throw new MalformedAnswerException(
          "a silence has the regular expression '" + value + "', which is none", "");
    }
  }

  static AlertmanagerAlert alert(JsonParser json) throws IOException {
    Map<String, String> texts = new HashMap<>();
    Map<String, Labels> sets = new HashMap<>();
    List<String> receivers = new ArrayList<>();
    JsonLabels.fields(
        json,
        name -> {
          switch (name) {
            case "labels", "annotations" -> sets.put(name, JsonLabels.read(json));
            case "status" -> texts.putAll(JsonLabels.texts(json));
            case "receivers" ->
                receivers.addAll(
                    JsonLabels.list(json, each -> JsonLabels.texts(each).getOrDefault("name", "")));
            default -> texts.put(name, json.getValueAsString(""));
          }
        });
    return new AlertmanagerAlert(
        sets.getOrDefault("labels", Labels.EMPTY),
        sets.getOrDefault("annotations", Labels.EMPTY),
        texts.getOrDefault("state", ""),
        texts.getOrDefault("startsAt", ""),
        receivers);
  }
}
