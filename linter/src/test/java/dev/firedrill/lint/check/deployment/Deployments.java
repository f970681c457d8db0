package dev.firedrill.lint.check.deployment;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.compose.ComposeReader;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.lint.Deployment;
import dev.firedrill.prometheus.PrometheusConfig;
import dev.firedrill.prometheus.PrometheusReader;
import dev.firedrill.settings.PathMap;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Configuration files given as text.
final class Deployments {
  static final String RULES = "groups: [{name: g, rules: [{record: 'a:b', expr: up}]}]";

  private Deployments() {}

  static Deployment prometheus(Path folder, String text, Map<String, String> paths) {
    return new Deployment(read(text), null, folder, new PathMap(folder, paths), List.of());
  }

  static Deployment compose(Path folder, @Nullable String prometheus, String compose) {
    return new Deployment(
        prometheus == null ? null : read(prometheus),
        null,
        folder,
        PathMap.NONE,
        List.of(ComposeReader.read(SourceFile.of("docker-compose.yml", compose), folder)));
  }

  static Deployment routes(Path folder, String alertmanager, String compose) {
    AlertmanagerConfig config =
        AlertmanagerReader.read(
                SourceFile.of("alertmanager.yml", alertmanager), AlertmanagerOptions.DEFAULT)
            .loaded()
            .value();
    return new Deployment(
        null,
        config,
        folder,
        PathMap.NONE,
        List.of(ComposeReader.read(SourceFile.of("docker-compose.yml", compose), folder)));
  }

  private static @Nullable PrometheusConfig read(String text) {
    return PrometheusReader.read(SourceFile.of("prometheus.yml", text), Map.of()).value();
  }
}
