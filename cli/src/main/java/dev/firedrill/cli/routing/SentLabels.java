package dev.firedrill.cli.routing;

import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.KnownServer;
import dev.firedrill.prometheus.OutgoingLabels;
import dev.firedrill.prometheus.PrometheusConfig;

/// What a server makes of the labels of its alerts before it sends them to one Alertmanager.
public final class SentLabels {
  private SentLabels() {}

  /// {@return what is made of labels; where it depends on the Alertmanager, which of them is
  /// followed is told on standard error}
  public static OutgoingLabels of(Session session, KnownServer server) {
    tellOfChoice(session, server);
    return server.outgoing();
  }

  /// Tells which Alertmanager's rules are followed, where they differ.
  public static void tellOfChoice(Session session, KnownServer server) {
    PrometheusConfig config = server.config();
    if (config != null && config.alertmanagersDiffer()) {
      session
          .err()
          .println(
              "firedrill: alert_relabel_configs differ between the alertmanagers of "
                  + config.source().path()
                  + ": the first is taken for this one");
    }
  }
}
