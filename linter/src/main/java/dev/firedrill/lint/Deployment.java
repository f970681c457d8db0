package dev.firedrill.lint;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.compose.ComposeFile;
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
public record Deployment(
    @Nullable PrometheusConfig prometheus,
    @Nullable AlertmanagerConfig alertmanager,
    Path folder,
    PathMap paths,
    List<ComposeFile> compose) {
  /// Nothing is known.
  public static final Deployment NONE =
      new Deployment(null, null, Path.of(""), PathMap.NONE, List.of());

  public Deployment {
    compose = List.copyOf(compose);
  }

  /// {@return the same with another configuration of Alertmanager}
  public Deployment withAlertmanager(AlertmanagerConfig other) {
    return new Deployment(prometheus, other, folder, paths, compose);
  }

  /// {@return where a source lies, absolute}
  public Path place(String path) {
    return folder.resolve(path).toAbsolutePath().normalize();
  }
}
