package dev.firedrill.cli.amtool;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firedrill.template.notification.NotificationData;
import dev.firedrill.template.notification.NotifiedAlert;
import dev.firedrill.template.value.GoTime;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads the JSON of a notification's data as Go does: keys in any case, unknown ones passed over.
final class DataReader {
  /// {@return the data}
  NotificationData read(JsonNode json) throws AmtoolException {
    if (!json.isObject()) {
      throw new AmtoolException("expected a JSON object with the data of a notification");
    }
    JsonNode alerts = field(json, "alerts");
    return new NotificationData(
        text(json, "receiver"),
        text(json, "status"),
        alerts == null ? null : alerts(alerts),
        text(json, "notification_reason"),
        pairs(json, "groupLabels"),
        pairs(json, "commonLabels"),
        pairs(json, "commonAnnotations"),
        pairs(json, "routeLabels"),
        text(json, "externalURL"));
  }

  private static List<NotifiedAlert> alerts(JsonNode json) throws AmtoolException {
    if (!json.isArray()) {
      throw wrong("alerts", "a list");
    }
    List<NotifiedAlert> alerts = new ArrayList<>();
    for (JsonNode alert : json) {
      alerts.add(
          new NotifiedAlert(
              text(alert, "status"),
              pairs(alert, "labels"),
              pairs(alert, "annotations"),
              time(alert, "startsAt"),
              time(alert, "endsAt"),
              text(alert, "generatorURL"),
              text(alert, "fingerprint")));
    }
    return alerts;
  }

  private static String text(JsonNode json, String name) throws AmtoolException {
    JsonNode value = field(json, name);
    if (value == null) {
      return "";
    }
    if (!value.isTextual()) {
      throw wrong(name, "a text");
    }
    return value.asText();
  }

  private static @Nullable Map<String, String> pairs(JsonNode json, String name)
      throws AmtoolException {
    JsonNode value = field(json, name);
    if (value == null) {
      return null;
    }
    if (!value.isObject()) {
      throw wrong(name, "an object of texts");
    }
    Map<String, String> pairs = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      if (!entry.getValue().isTextual() && !entry.getValue().isNull()) {
        throw wrong(name + "." + entry.getKey(), "a text");
      }
      pairs.put(entry.getKey(), entry.getValue().isNull() ? "" : entry.getValue().asText());
    }
    return pairs;
  }

  private static ZonedDateTime time(JsonNode json, String name) throws AmtoolException {
    JsonNode value = field(json, name);
    if (value == null) {
      return GoTime.ZERO;
    }
    try {
      return OffsetDateTime.parse(value.asText()).toZonedDateTime();
    } catch (DateTimeException e) {
      throw wrong(name, "a time as in RFC 3339");
    }
  }

  /// The last of the keys that are equal but for their case; null stands for nothing.
  private static @Nullable JsonNode field(JsonNode json, String name) {
    JsonNode found = null;
    for (Map.Entry<String, JsonNode> entry : json.properties()) {
      if (entry.getKey().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
        found = entry.getValue();
      }
    }
    return found == null || found.isNull() ? null : found;
  }

  private static AmtoolException wrong(String name, String wanted) {
    return new AmtoolException("the data's " + name + ": expected " + wanted);
  }
}
