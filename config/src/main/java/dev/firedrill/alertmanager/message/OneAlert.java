package dev.firedrill.alertmanager.message;

import dev.firedrill.alertmanager.route.MatchedRoute;
import dev.firedrill.labels.Labels;
import dev.firedrill.template.notification.NotificationData;
import dev.firedrill.template.notification.NotifiedAlert;
import dev.firedrill.template.value.GoTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/// An alert that is the only one of its group, for the first notification of it.
///
/// @param generatorUrl where it comes from
public record OneAlert(
    Labels labels, Map<String, String> annotations, Instant startsAt, String generatorUrl) {
  /// Under which Alertmanager is reached where nothing is said of it.
  public static final String EXTERNAL_URL = "http://localhost:9093";

  public OneAlert {
    annotations = Map.copyOf(annotations);
  }

  /// {@return what the notification is about, at a route that the alert goes to}
  public NotificationData at(MatchedRoute match) {
    NotifiedAlert alert =
        new NotifiedAlert(
            "firing",
            labels.toMap(),
            annotations,
            startsAt.atZone(ZoneOffset.UTC),
            GoTime.ZERO,
            generatorUrl,
            Fingerprint.of(labels));
    return new NotificationData(
        match.route().receiver(),
        "firing",
        List.of(alert),
        "first notification",
        match.groupLabels().toMap(),
        labels.toMap(),
        annotations,
        match.route().settings().labels(),
        EXTERNAL_URL);
  }
}
