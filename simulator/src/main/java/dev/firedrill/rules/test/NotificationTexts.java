package dev.firedrill.rules.test;

import dev.firedrill.alertmanager.message.Fingerprint;
import dev.firedrill.alertmanager.message.Message;
import dev.firedrill.alertmanager.message.MessageField;
import dev.firedrill.alertmanager.message.MessageRenderer;
import dev.firedrill.alertmanager.message.OneAlert;
import dev.firedrill.notify.Notification;
import dev.firedrill.notify.NotifiedAlert;
import dev.firedrill.template.notification.NotificationData;
import dev.firedrill.template.value.GoTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// What notifications say, rendered when somebody asks.
final class NotificationTexts {
  private final Alertmanagers.Setup setup;
  private final IdentityHashMap<Notification, List<String>> known = new IdentityHashMap<>();

  NotificationTexts(Alertmanagers.Setup setup) {
    this.setup = setup;
  }

  /// {@return the fields of the message, and the labels and annotations of its alerts, both by
  /// themselves and as `{name="value"}`}
  List<String> of(Notification notification) {
    return known.computeIfAbsent(notification, this::texts);
  }

  private List<String> texts(Notification notification) {
    List<String> texts = new ArrayList<>();
    for (Message message : messages(notification)) {
      if (message.integration().equals(notification.integration().kind())
          && message.index() == notification.integration().index()) {
        message.fields().stream().map(MessageField::text).forEach(texts::add);
      }
    }
    for (NotifiedAlert alert : notification.alerts()) {
      for (Map<String, String> pairs :
          List.<Map<String, String>>of(alert.labels().toMap(), alert.annotations())) {
        texts.add(Observation.braces(pairs));
        texts.addAll(pairs.values());
      }
    }
    return texts;
  }

  private List<Message> messages(Notification notification) {
    MessageRenderer renderer =
        new MessageRenderer(setup.config(), setup.templates(), notification.time());
    return setup
        .config()
        .receiver(notification.receiver())
        .map(to -> renderer.render(to, data(notification), notification.group().groupKey()))
        .orElse(List.of());
  }

  private static NotificationData data(Notification notification) {
    List<NotifiedAlert> alerts = notification.alerts();
    return new NotificationData(
        notification.receiver(),
        NotificationComparison.status(notification.isFiring()),
        alerts.stream().map(NotificationTexts::seen).toList(),
        notification.reason().text(),
        notification.group().groupLabels().toMap(),
        common(alerts.stream().map(alert -> alert.labels().toMap()).toList()),
        common(alerts.stream().map(NotifiedAlert::annotations).toList()),
        notification.group().route().settings().labels(),
        OneAlert.EXTERNAL_URL);
  }

  private static dev.firedrill.template.notification.NotifiedAlert seen(NotifiedAlert alert) {
    Long end = alert.endsAt();
    return new dev.firedrill.template.notification.NotifiedAlert(
        NotificationComparison.status(alert.isFiring()),
        alert.labels().toMap(),
        alert.annotations(),
        time(alert.startsAt()),
        end == null ? GoTime.ZERO : time(end),
        "",
        Fingerprint.of(alert.labels()));
  }

  private static ZonedDateTime time(long millis) {
    return Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC);
  }

  private static Map<String, String> common(List<? extends Map<String, String>> all) {
    Map<String, String> common = new HashMap<>();
    all.stream().limit(1).forEach(common::putAll);
    all.forEach(
        each ->
            common.entrySet().removeIf(pair -> !pair.getValue().equals(each.get(pair.getKey()))));
    return common;
  }
}
