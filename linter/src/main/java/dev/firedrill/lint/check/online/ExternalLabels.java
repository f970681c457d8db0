package dev.firedrill.lint.check.online;

import dev.firedrill.client.ClientException;
import dev.firedrill.client.PrometheusApi;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.lint.Server;
import dev.firedrill.prometheus.PrometheusConfig;
import dev.firedrill.prometheus.PrometheusReader;
import java.util.Map;
import java.util.Optional;

/// The labels that a server adds to what it sends.
final class ExternalLabels {
  private ExternalLabels() {}

  /// {@return the labels by name; empty where the server does not show its configuration}
  static Optional<Map<String, String>> of(PrometheusApi server) {
    try {
      return Optional.of(configured(server.configuration()));
    } catch (ClientException e) {
      if (e.isUnsupported()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static Map<String, String> configured(String configuration) {
    SourceFile yaml = SourceFile.of("prometheus.yml", configuration);
    Loaded<PrometheusConfig> loaded = PrometheusReader.read(yaml, Map.of());
    PrometheusConfig config = loaded.value();
    return config == null ? Map.of() : Server.of(config).externalLabels();
  }
}
