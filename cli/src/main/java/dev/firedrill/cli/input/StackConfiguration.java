package dev.firedrill.cli.input;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.cli.console.RejectedException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.routing.NotificationTemplateFiles;
import dev.firedrill.compose.ComposeFile;
import dev.firedrill.compose.ComposeReader;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.grafana.GrafanaFile;
import dev.firedrill.lint.Deployment;
import dev.firedrill.lint.Server;
import dev.firedrill.lint.TemplateSources;
import dev.firedrill.prometheus.PrometheusConfig;
import dev.firedrill.settings.PathMap;
import dev.firedrill.settings.StackFiles;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The configuration files around the rules of a stack, for the checks that look at them.
final class StackConfiguration {
  // How many folders above a configuration a compose file is looked for.
  private static final int FOLDERS_UP = 3;

  private final Session session;
  private final KnownServer known;
  private Deployment deployment;

  /// Reads what there is.
  ///
  /// @param stack null for rules that belong to none
  /// @param chosen Alertmanager's configuration, where another than the stack's is asked for
  /// @param rules the paths of the rule files
  StackConfiguration(
      Session session,
      ServerSource servers,
      @Nullable StackFiles stack,
      @Nullable Path chosen,
      List<String> rules)
      throws IOException {
    this.session = session;
    known = known(session, servers, stack == null ? null : stack.prometheus());
    Path own = stack == null ? null : stack.alertmanager();
    Path routes = chosen == null ? own : chosen;
    AlertmanagerConfig alertmanager =
        routes == null ? null : alertmanager(routes, servers.variables(session));
    PrometheusConfig prometheus = known.config();
    Map<Path, ComposeFile> compose = new LinkedHashMap<>();
    if (prometheus != null) {
      composeFiles(prometheus.source(), compose);
    }
    if (alertmanager != null) {
      composeFiles(alertmanager.source(), compose);
    }
    List<String> files = new ArrayList<>(rules);
    if (prometheus != null) {
      files.add(prometheus.source().path());
    }
    if (alertmanager != null) {
      files.add(alertmanager.source().path());
    }
    deployment =
        new Deployment(
                prometheus,
                alertmanager,
                session.directory().toAbsolutePath().normalize(),
                stack == null ? PathMap.NONE : stack.pathMap(),
                List.copyOf(compose.values()))
            .withGrafana(GrafanaFiles.around(session, files, compose.values()));
  }

  // A stack's configuration with errors has its own commands; the rules are linted without it.
  private static KnownServer known(Session session, ServerSource servers, @Nullable Path own)
      throws IOException {
    try {
      return servers.told(session, own);
    } catch (RejectedException e) {
      if (own == null) {
        throw e;
      }
      return servers.told(session, null);
    }
  }

  private @Nullable AlertmanagerConfig alertmanager(Path file, Map<String, String> variables)
      throws IOException {
    SourceFile source = new InputFile(Stacks.shown(session, file), true).read(session);
    AlertmanagerOptions filled = AlertmanagerOptions.DEFAULT.withVariables(variables);
    return AlertmanagerReader.read(source, filled).loaded().value();
  }

  private void composeFiles(SourceFile configuration, Map<Path, ComposeFile> found)
      throws IOException {
    Path folder = session.resolve(configuration.path()).toAbsolutePath().normalize().getParent();
    for (int up = 0; up < FOLDERS_UP && folder != null; up++) {
      for (Path file : named(folder)) {
        if (!found.containsKey(file)) {
          SourceFile source = new InputFile(Stacks.shown(session, file), true).read(session);
          found.put(file, ComposeReader.read(source, folder));
        }
      }
      if (Files.exists(folder.resolve(".git"))) {
        return;
      }
      folder = folder.getParent();
    }
  }

  private static Set<Path> named(Path folder) throws IOException {
    Set<Path> files = new TreeSet<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (ComposeReader.isComposeFile(String.valueOf(entry.getFileName()))
            && Files.isRegularFile(entry)) {
          files.add(entry);
        }
      }
    }
    return files;
  }

  Server server() {
    return known.forChecks();
  }

  Deployment deployment() {
    return deployment;
  }

  /// {@return this, with the files of notification templates}
  StackConfiguration withTemplates() throws IOException {
    AlertmanagerConfig alertmanager = deployment.alertmanager();
    if (alertmanager != null) {
      deployment = deployment.with(new NotificationTemplateFiles(session).sources(alertmanager));
    }
    return this;
  }

  /// {@return what stands around the rules and may hold comments: prometheus.yml, compose files,
  ///     and what provisions Grafana}
  List<SourceFile> loading() {
    List<SourceFile> sources = new ArrayList<>();
    PrometheusConfig prometheus = deployment.prometheus();
    if (prometheus != null) {
      sources.add(prometheus.source());
    }
    deployment.compose().forEach(file -> sources.add(file.source()));
    deployment.grafana().stream()
        .filter(GrafanaFile::holdsComments)
        .forEach(file -> sources.add(file.source()));
    return sources;
  }

  /// {@return the configuration files that were read}
  List<SourceFile> sources() {
    List<SourceFile> sources = new ArrayList<>();
    PrometheusConfig prometheus = deployment.prometheus();
    if (prometheus != null) {
      sources.add(prometheus.source());
    }
    AlertmanagerConfig alertmanager = deployment.alertmanager();
    if (alertmanager != null) {
      sources.add(alertmanager.source());
    }
    deployment.compose().forEach(file -> sources.add(file.source()));
    deployment.grafana().forEach(file -> sources.add(file.source()));
    TemplateSources templates = deployment.templates();
    if (templates != null) {
      sources.addAll(templates.files());
    }
    return sources;
  }
}
