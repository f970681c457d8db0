package dev.firedrill.cli.html.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.labels.GoFloat;
import java.time.Instant;
import java.util.List;

/// What a stack on a page shows, in the words of the JSON that the same command writes.
///
/// @param page its data
/// @param index of the stack
record PageWords(JsonNode page, int index) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int FIRING = 1;
  private static final int OPEN = 2;
  private static final int IN_GAP = 4;
  private static final int PARTS = 5;

  JsonNode stack() {
    return page.at("/stacks/" + index);
  }

  /// {@return the text at a place}
  String text(JsonNode place) {
    return page.at("/texts/" + place.asInt()).asText();
  }

  private ObjectNode strings(JsonNode places) {
    ObjectNode strings = MAPPER.createObjectNode();
    for (int i = 0; i < places.size(); i += 2) {
      strings.put(text(places.get(i)), text(places.get(i + 1)));
    }
    return strings;
  }

  private String time(JsonNode millis) {
    long epoch = stack().get("start").asLong() + millis.asLong();
    String text = Instant.ofEpochMilli(epoch).toString();
    return text.contains(".") ? text : text.replace("Z", ".000Z");
  }

  /// {@return times of the report, `start` and `end`}
  List<String> range() {
    return List.of(time(MAPPER.valueToTree(0)), time(stack().get("length")));
  }

  /// {@return the alerts of a replay, with receivers where these are known}
  ArrayNode alerts() {
    ArrayNode alerts = MAPPER.createArrayNode();
    for (JsonNode alert : stack().at("/alerts/list")) {
      ObjectNode words = alerts.addObject();
      words.put("alertname", text(alert.get("name")));
      words.put("group", text(alert.get("group")));
      words.put("path", text(alert.get("path")));
      words.put("line", alert.get("line").asInt());
      words.put("interval", seconds(alert.get("step")));
      words.put("firings", alert.get("firings").asInt());
      words.put("firing_seconds", seconds(alert.get("firing")));
      words.put("flaps", alert.get("flaps").asInt());
      ArrayNode instances = words.putArray("instances");
      alert.get("instances").forEach(instance -> instance(instances.addObject(), instance));
    }
    return alerts;
  }

  private static double seconds(JsonNode millis) {
    return millis.asLong() / 1000.0;
  }

  private void instance(ObjectNode words, JsonNode instance) {
    words.set("labels", strings(instance.get("labels")));
    words.set("annotations", strings(instance.get("annotations")));
    ArrayNode receivers = words.putArray("receivers");
    instance.path("receivers").forEach(name -> receivers.add(text(name)));
    ArrayNode intervals = words.putArray("intervals");
    JsonNode raw = instance.get("intervals");
    for (int i = 0; i < raw.size(); i += PARTS) {
      int flags = raw.get(i).asInt();
      long start = raw.get(i + 1).asLong();
      ObjectNode interval = intervals.addObject();
      interval.put("state", (flags & FIRING) > 0 ? "firing" : "pending");
      interval.put("start", time(raw.get(i + 1)));
      interval.put("end", time(MAPPER.valueToTree(start + raw.get(i + 2).asLong())));
      interval.put("open", (flags & OPEN) > 0);
      interval.put("in_gap", (flags & IN_GAP) > 0);
      interval.put("value", value(raw.get(i + 3)));
      interval.put("peak", value(raw.get(i + 4)));
    }
  }

  private static String value(JsonNode value) {
    return value.isTextual() ? value.asText() : GoFloat.json(value.asDouble());
  }

  /// {@return what was notified of}
  ArrayNode notifications() {
    ArrayNode notifications = MAPPER.createArrayNode();
    for (JsonNode each : stack().at("/notifications/list")) {
      ObjectNode words = notifications.addObject();
      words.put("time", time(each.get("time")));
      words.put("receiver", text(each.get("receiver")));
      words.put("integration", text(each.get("kind")));
      words.put("status", each.get("firing").asBoolean() ? "firing" : "resolved");
      words.put("delivery", text(each.get("delivery")));
      words.set("group_labels", strings(each.get("group")));
      words.put("reason", text(each.get("reason")));
      ArrayNode alerts = words.putArray("alerts");
      for (JsonNode alert : each.get("alerts")) {
        ObjectNode one = alerts.addObject();
        one.put("status", alert.has(2) ? "resolved" : "firing");
        one.set("labels", strings(alert.get(0)));
        one.put("starts_at", time(alert.get(1)));
      }
      ObjectNode rendered = words.putObject("rendered");
      JsonNode message = each.get("message");
      for (int i = 0; i < message.size(); i += 3) {
        rendered.put(text(message.get(i)), text(message.get(i + 1)));
      }
    }
    return notifications;
  }

  /// {@return what was held back}
  ArrayNode held() {
    ArrayNode all = MAPPER.createArrayNode();
    for (JsonNode each : stack().at("/notifications/held")) {
      ObjectNode words = all.addObject();
      words.put("time", time(each.get("time")));
      words.set("labels", strings(each.get("labels")));
      words.put("stage", text(each.get("stage")));
      words.put("by", text(each.get("by")));
      if (each.has("until")) {
        words.put("until", time(each.get("until")));
      }
    }
    return all;
  }

  /// {@return the parts of a rehearsal}
  ArrayNode parts() {
    ArrayNode all = MAPPER.createArrayNode();
    for (JsonNode part : stack().get("parts")) {
      ObjectNode words = all.addObject();
      words.put("title", text(part.get("title")));
      words.put("outcome", text(part.get("outcome")));
      words.put("summary", text(part.get("summary")));
    }
    return all;
  }
}
