package dev.firedrill.notify;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.message.Fingerprint;
import dev.firedrill.alertmanager.message.Message;
import dev.firedrill.alertmanager.message.MessageRenderer;
import dev.firedrill.alertmanager.message.OneAlert;
import dev.firedrill.template.notification.NotificationData;
import dev.firedrill.template.notification.NotificationTemplates;
import dev.firedrill.template.value.GoTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Renders what notifications say, as of their times.
///
/// @param templates those that the configuration names, and the ones that are always there
public record NotificationRenderer(AlertmanagerConfig config, NotificationTemplates templates) {

  /// {@return what the integration would send}
  ///
  /// Where an alert comes from (`generatorURL`) is not known, and Alertmanager's address is the one
  /// of [OneAlert#EXTERNAL_URL].
  public Message render(Notification notification) {
    return new MessageRenderer(config, templates, notification.time())
        .render(notification.integration(), data(notification), notification.group().groupKey());
  }

  private static NotificationData data(Notification notification) {
    List<NotifiedAlert> alerts = notification.alerts();
    return new NotificationData(
        notification.receiver(),
        status(notification.isFiring()),
        alerts.stream().map(NotificationRenderer::alert).toList(),
        notification.reason().text(),
        notification.group().groupLabels().toMap(),
        common(alerts.stream().map(alert -> alert.labels().toMap()).toList()),
        common(alerts.stream().map(NotifiedAlert::annotations).toList()),
        notification.group().route().settings().labels(),
        OneAlert.EXTERNAL_URL);
  }

  private static dev.firedrill.template.notification.NotifiedAlert alert(NotifiedAlert alert) {
    Long end = alert.endsAt();
    return new dev.firedrill.template.notification.NotifiedAlert(
        status(alert.isFiring()),
        alert.labels().toMap(),
        alert.annotations(),
        Instant.ofEpochMilli(alert.startsAt()).atZone(ZoneOffset.UTC),
        end == null ? GoTime.ZERO : Instant.ofEpochMilli(end).atZone(ZoneOffset.UTC),
        "",
        Fingerprint.of(alert.labels()));
  }

  private static String status(boolean firing) {
    return firing ? "firing" : "resolved";
  }

  // What all of them have with the same value.
  private static Map<String, String> common(List<? extends Map<String, String>> all) {
    Map<String, String> common = new TreeMap<>(all.getFirst());
    for (Map<String, String> each : all) {
      common.entrySet().removeIf(entry -> !entry.getValue().equals(each.get(entry.getKey())));
    }
    return common;
  }
}
