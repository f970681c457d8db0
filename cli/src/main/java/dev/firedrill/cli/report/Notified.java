package dev.firedrill.cli.report;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.routing.NotificationTemplateFiles;
import dev.firedrill.notify.NotificationLog;
import dev.firedrill.prometheus.OutgoingLabels;
import java.io.IOException;

/// What an Alertmanager made of the alerts.
///
/// @param log what was sent and what was held back
/// @param messages what they say
/// @param outgoing what Prometheus made of the labels of alerts when it sent them
public record Notified(
    AlertmanagerConfig config,
    NotificationLog log,
    SentMessages messages,
    OutgoingLabels outgoing) {
  /// {@return the same, with the templates that the configuration names}
  public static Notified of(
      Session session, AlertmanagerConfig config, NotificationLog log, OutgoingLabels outgoing)
      throws IOException {
    return new Notified(
        config,
        log,
        SentMessages.of(config, new NotificationTemplateFiles(session).of(config)),
        outgoing);
  }
}
