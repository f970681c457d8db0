package dev.firedrill.cli.report;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.routing.NotificationTemplateFiles;
import dev.firedrill.notify.NotificationLog;
import java.io.IOException;
import java.util.Map;

/// What an Alertmanager made of the alerts.
///
/// @param log what was sent and what was held back
/// @param messages what they say
/// @param externalLabels with which Prometheus sent the alerts
public record Notified(
    AlertmanagerConfig config,
    NotificationLog log,
    SentMessages messages,
    Map<String, String> externalLabels) {
  public Notified {
    externalLabels = Map.copyOf(externalLabels);
  }

  /// {@return the same, with the templates that the configuration names}
  public static Notified of(
      Session session,
      AlertmanagerConfig config,
      NotificationLog log,
      Map<String, String> externalLabels)
      throws IOException {
    return new Notified(
        config,
        log,
        SentMessages.of(config, new NotificationTemplateFiles(session).of(config)),
        externalLabels);
  }
}
