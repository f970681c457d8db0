package dev.firedrill.cli.report;

import dev.firedrill.diagnostic.Json;
import dev.firedrill.labels.Labels;
import dev.firedrill.notify.HeldBack;
import dev.firedrill.notify.Notification;
import dev.firedrill.notify.NotificationLog;
import dev.firedrill.notify.NotifiedAlert;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Notifications and what was held back, as JSON.
final class NotificationJson {
  private NotificationJson() {}

  /// Writes the members `notifications` and `held_back` of an object.
  static void log(Json json, NotificationLog log) {
    log(json, log, null);
  }

  /// Writes the members `notifications` and `held_back` of an object.
  ///
  /// @param messages what was sent; null where that is not told
  static void log(Json json, NotificationLog log, @Nullable SentMessages messages) {
    json.name("notifications").array();
    for (Notification notification : log.notifications()) {
      open(json, notification);
      if (messages != null) {
        messages.json(json, notification);
      }
      json.end();
    }
    json.end().name("held_back").array();
    for (HeldBack held : log.heldBack()) {
      heldBack(json, held);
    }
    json.end();
  }

  /// Writes a notification.
  static void notification(Json json, Notification notification) {
    open(json, notification);
    json.end();
  }

  private static void open(Json json, Notification notification) {
    json.object().name("time").value(ClockText.rfc3339(notification.time()));
    json.name("receiver").value(notification.receiver());
    json.name("integration").value(notification.integration().kind());
    json.name("status").value(notification.isFiring() ? "firing" : "resolved");
    json.name("delivery").value(notification.delivery().name().toLowerCase(Locale.ROOT));
    json.name("group_key").value(notification.group().groupKey());
    labels(json.name("group_labels"), notification.group().groupLabels());
    json.name("reason").value(notification.reason().text());
    json.name("alerts").array();
    for (NotifiedAlert alert : notification.alerts()) {
      alert(json, alert);
    }
    json.end();
  }

  private static void alert(Json json, NotifiedAlert alert) {
    json.object().name("status").value(alert.isFiring() ? "firing" : "resolved");
    labels(json.name("labels"), alert.labels());
    json.name("annotations").object();
    for (Map.Entry<String, String> each : alert.annotations().entrySet()) {
      json.name(each.getKey()).value(each.getValue());
    }
    json.end().name("starts_at").value(ClockText.rfc3339(alert.startsAt()));
    Long end = alert.endsAt();
    if (end != null) {
      json.name("ends_at").value(ClockText.rfc3339(end));
    }
    json.end();
  }

  private static void heldBack(Json json, HeldBack held) {
    json.object().name("time").value(ClockText.rfc3339(held.time()));
    labels(json.name("labels"), held.labels());
    json.name("route").value(held.group().route().key());
    json.name("stage").value(held.stage().name().toLowerCase(Locale.ROOT));
    json.name("by").value(held.by());
    Long until = held.until();
    if (until != null) {
      json.name("until").value(ClockText.rfc3339(until));
    }
    json.end();
  }

  private static void labels(Json json, Labels labels) {
    json.object();
    for (int i = 0; i < labels.size(); i++) {
      json.name(labels.name(i)).value(labels.value(i));
    }
    json.end();
  }
}
