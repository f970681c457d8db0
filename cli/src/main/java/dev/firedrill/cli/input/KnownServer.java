package dev.firedrill.cli.input;

import dev.firedrill.lint.Server;
import dev.firedrill.prometheus.GlobalSettings;
import dev.firedrill.prometheus.OutgoingLabels;
import dev.firedrill.prometheus.PrometheusConfig;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The server that rules run on, as far as it is told.
///
/// @param config prometheus.yml; null where there is none
/// @param externalLabels those of prometheus.yml, and over them those of the environment and of the
///     command line
public record KnownServer(@Nullable PrometheusConfig config, Map<String, String> externalLabels) {
  public KnownServer {
    externalLabels = Map.copyOf(externalLabels);
  }

  /// {@return the `global` part; that of an empty file where there is none}
  public GlobalSettings global() {
    PrometheusConfig read = config();
    return read == null ? GlobalSettings.DEFAULT : read.global();
  }

  /// {@return what it makes of the labels of alerts before it sends them}
  public OutgoingLabels outgoing() {
    PrometheusConfig read = config();
    return read == null ? OutgoingLabels.of(externalLabels) : read.outgoing(externalLabels);
  }

  /// {@return what checks take from it}
  public Server forChecks() {
    PrometheusConfig read = config();
    Server server = read == null ? Server.UNKNOWN : Server.of(read);
    return server.withExternalLabels(externalLabels);
  }
}
