package dev.firedrill.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.firedrill.labels.Labels;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads the rules and alerts of a server.
final class RulesReader {
  private RulesReader() {}

  static List<ServerRule> rules(JsonParser json) throws IOException {
    List<ServerRule> rules = new ArrayList<>();
    JsonLabels.fields(
        json,
        name -> {
          if (name.equals("groups")) {
            JsonLabels.list(json, group -> group(group, rules));
          }
        });
    return rules;
  }

  // The rules of a group may come before its name.
  private static int group(JsonParser json, List<ServerRule> into) throws IOException {
    String[] group = {"", ""};
    List<RuleFields> rules = new ArrayList<>();
    JsonLabels.fields(
        json,
        name -> {
          switch (name) {
            case "name" -> group[0] = json.getValueAsString("");
            case "file" -> group[1] = json.getValueAsString("");
            case "rules" -> rules.addAll(JsonLabels.list(json, RulesReader::rule));
            default -> {}
          }
        });
    rules.forEach(rule -> into.add(rule.in(group[0], group[1])));
    return rules.size();
  }

  private record RuleFields(Map<String, String> texts, Labels labels) {
    ServerRule in(String group, String file) {
      return new ServerRule(
          group,
          file,
          text("name"),
          text("type").equals("alerting"),
          text("query"),
          labels,
          text("health"),
          text("lastError"),
          Double.parseDouble(texts.getOrDefault("evaluationTime", "0")));
    }

    private String text(String name) {
      return texts.getOrDefault(name, "");
    }
  }

  private static RuleFields rule(JsonParser json) throws IOException {
    Map<String, String> texts = new HashMap<>();
    Labels[] labels = {Labels.EMPTY};
    JsonLabels.fields(
        json,
        name -> {
          if (name.equals("labels")) {
            labels[0] = JsonLabels.read(json);
          } else if (json.currentToken().isScalarValue()) {
            texts.put(name, json.getValueAsString(""));
          }
        });
    return new RuleFields(texts, labels[0]);
  }

  static List<ServerAlert> alerts(JsonParser json) throws IOException {
    List<ServerAlert> alerts = new ArrayList<>();
    JsonLabels.fields(
        json,
        name -> {
          if (name.equals("alerts") && json.currentToken() == JsonToken.START_ARRAY) {
            alerts.addAll(JsonLabels.list(json, RulesReader::alert));
          }
        });
    return alerts;
  }

  private static ServerAlert alert(JsonParser json) throws IOException {
    Map<String, String> texts = new HashMap<>();
    Map<String, Labels> sets = new HashMap<>();
    JsonLabels.fields(
        json,
        name -> {
          switch (name) {
            case "labels", "annotations" -> sets.put(name, JsonLabels.read(json));
            default -> texts.put(name, json.getValueAsString(""));
          }
        });
    return new ServerAlert(
        sets.getOrDefault("labels", Labels.EMPTY),
        sets.getOrDefault("annotations", Labels.EMPTY),
        texts.getOrDefault("state", ""),
        texts.getOrDefault("activeAt", ""),
        texts.getOrDefault("value", ""));
  }
}
