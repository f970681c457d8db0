package dev.firedrill.cli.routing;

import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.KnownServer;
import dev.firedrill.labels.Labels;
import dev.firedrill.prometheus.PrometheusConfig;

/// What a server adds to the labels of its alerts before it sends them.
public final class SentLabels {
  private SentLabels() {}

  /// {@return the external labels; where the server rewrites labels after that, which is not
  /// followed, this is told on standard error}
  public static Labels external(Session session, KnownServer server) {
    PrometheusConfig config = server.config();
    if (config != null && !config.alertRelabelConfigs().isEmpty()) {
      session
          .err()
          .println(
              "firedrill: alert_relabel_configs of "
                  + config.alertRelabelConfigs().getFirst().written().file().path()
                  + " are not followed: labels may differ");
    }
    return Labels.of(server.externalLabels());
  }
}
