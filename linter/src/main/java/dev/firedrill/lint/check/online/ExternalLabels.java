package dev.firedrill.lint.check.online;

import dev.firedrill.client.PrometheusApi;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.lint.Server;
import dev.firedrill.prometheus.PrometheusConfig;
import dev.firedrill.prometheus.PrometheusReader;
import java.util.Map;

/// The labels that a server adds to what it sends.
final class ExternalLabels {
  private ExternalLabels() {}

  /// {@return the labels by name}
  static Map<String, String> of(PrometheusApi server) {
    SourceFile yaml = SourceFile.of("prometheus.yml", server.configuration());
    Loaded<PrometheusConfig> loaded = PrometheusReader.read(yaml, Map.of());
    PrometheusConfig config = loaded.value();
    return config == null ? Map.of() : Server.of(config).externalLabels();
  }
}
