package dev.firedrill.lint;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.compose.ComposeFile;
import dev.firedrill.grafana.GrafanaFile;
import dev.firedrill.prometheus.PrometheusConfig;
import dev.firedrill.settings.PathMap;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The configuration files that load a rule set, and how containers see them.
///
/// @param prometheus null where there is none
/// @param alertmanager null where there is none
/// @param folder what the paths of the configurations' sources are relative to, absolute
/// @param paths where the paths lie that the configurations name
/// @param compose compose files beside or above the configurations
/// @param templates the files of notification templates; null where they were not looked for
/// @param grafana files that provision Grafana beside or above the configurations
public record Deployment(
    @Nullable PrometheusConfig prometheus,
    @Nullable AlertmanagerConfig alertmanager,
    Path folder,
    PathMap paths,
    List<ComposeFile> compose,
    @Nullable TemplateSources templates,
    List<GrafanaFile> grafana) {
  /// Nothing is known.
  public static final Deployment NONE =
      new Deployment(null, null, Path.of(""), PathMap.NONE, List.of());

  public Deployment {
    compose = List.copyOf(compose);
    grafana = List.copyOf(grafana);
  }

  /// Files without those of notification templates.
  public Deployment(
      @Nullable PrometheusConfig prometheus,
      @Nullable AlertmanagerConfig alertmanager,
      Path folder,
      PathMap paths,
      List<ComposeFile> compose) {
    this(prometheus, alertmanager, folder, paths, compose, null, List.of());
  }

  /// {@return these with the files of notification templates}
  public Deployment with(TemplateSources sources) {
    return new Deployment(prometheus, alertmanager, folder, paths, compose, sources, grafana);
  }

  /// {@return the same with another configuration of Alertmanager}
  public Deployment withAlertmanager(AlertmanagerConfig other) {
    return new Deployment(prometheus, other, folder, paths, compose, templates, grafana);
  }

  /// {@return the same with files that provision Grafana}
  public Deployment withGrafana(List<GrafanaFile> files) {
    return new Deployment(prometheus, alertmanager, folder, paths, compose, templates, files);
  }

  /// {@return where a source lies, absolute}
  public Path place(String path) {
    return folder.resolve(path).toAbsolutePath().normalize();
  }
}
