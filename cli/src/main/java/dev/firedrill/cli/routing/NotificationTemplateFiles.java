package dev.firedrill.cli.routing;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.message.TemplatePattern;
import dev.firedrill.cli.console.RejectedException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.Stacks;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.lint.TemplateSources;
import dev.firedrill.rules.GoGlob;
import dev.firedrill.settings.PathMap;
import dev.firedrill.settings.SettingsFile;
import dev.firedrill.settings.StackFiles;
import dev.firedrill.template.notification.NotificationTemplates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The template files that a configuration or its tests name.
public final class NotificationTemplateFiles {
  private final Session session;
  private final List<NotificationTemplates.File> files = new ArrayList<>();
  private final List<SourceFile> sources = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();

  /// None so far.
  public NotificationTemplateFiles(Session session) {
    this.session = session;
  }

  /// Adds the files that match; a pattern that matches nothing is fine, as it is for Alertmanager.
  ///
  /// An absolute pattern that matches nothing is most often the path within a container: then the
  /// end of it is looked for beside the file that names it.
  ///
  /// @param patterns relative to `base`
  /// @param base the file that names them
  /// @param map where the paths that a container sees lie
  public void add(List<String> patterns, Path base, PathMap map) throws IOException {
    Path folder = base.toAbsolutePath().normalize().resolveSibling("").normalize();
    GoGlob glob = new GoGlob(session.directory());
    for (String pattern : patterns) {
      List<String> paths =
          new TemplatePattern(pattern).files(glob, map.resolve(pattern, folder), folder);
      for (String path : paths) {
        add(session.resolve(path));
      }
      if (paths.isEmpty()) {
        missing.add(pattern);
      }
    }
  }

  /// Adds a file.
  public void add(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    files.add(new NotificationTemplates.File(String.valueOf(file.getFileName()), text));
    sources.add(SourceFile.of(Stacks.shown(session, file.toAbsolutePath().normalize()), text));
  }

  /// {@return the templates of the files, with those that are always there}
  /// @throws RejectedException when Alertmanager would refuse one of them
  public NotificationTemplates templates() {
    NotificationTemplates templates = NotificationTemplates.of(files);
    if (!templates.errors().isEmpty()) {
      throw new RejectedException(TemplateFindings.syntax(sources));
    }
    return templates;
  }

  /// {@return the templates that a configuration names; where none of its patterns matches a file
  /// here, those of the stack that has the configuration}
  /// @throws RejectedException when Alertmanager would refuse one of them
  public NotificationTemplates of(AlertmanagerConfig config) throws IOException {
    add(config);
    return templates();
  }

  /// {@return the files that a configuration names, as they are}
  public TemplateSources sources(AlertmanagerConfig config) throws IOException {
    add(config);
    return sources();
  }

  /// {@return the files added so far, as they are}
  public TemplateSources sources() {
    return new TemplateSources(sources, missing);
  }

  /// Adds the files that a configuration of a stack names; where none of its patterns matches a
  /// file here, those of the stack.
  public void add(AlertmanagerConfig config, StackFiles stack) throws IOException {
    List<String> patterns = config.templates().stream().map(SourceText::text).toList();
    add(patterns, session.resolve(config.source().path()), stack.pathMap());
    if (files.isEmpty() && !stack.templates().isEmpty()) {
      for (Path file : stack.templates()) {
        add(file);
      }
      missing.clear();
    }
  }

  /// Adds the files that a configuration names; where none of its patterns matches a file here,
  /// those of the stack that has the configuration.
  public void add(AlertmanagerConfig config) throws IOException {
    Path path = session.resolve(config.source().path());
    Optional<StackFiles> stack = stack(session, path);
    PathMap map = stack.map(StackFiles::pathMap).orElse(PathMap.NONE);
    add(config.templates().stream().map(SourceText::text).toList(), path, map);
    if (files.isEmpty() && stack.isPresent()) {
      for (Path file : stack.get().templates()) {
        add(file);
      }
      missing.clear();
    }
  }

  private static Optional<StackFiles> stack(Session session, Path alertmanager) throws IOException {
    Optional<SettingsFile> settings = settings(session);
    if (settings.isEmpty()) {
      return Optional.empty();
    }
    Path wanted = alertmanager.toAbsolutePath().normalize();
    for (StackFiles stack : Stacks.present(settings.get())) {
      Path file = stack.alertmanager();
      if (file != null && file.toAbsolutePath().normalize().equals(wanted)) {
        return Optional.of(stack);
      }
    }
    return Optional.empty();
  }

  // Where they have errors, that is told by who needs them.
  private static Optional<SettingsFile> settings(Session session) throws IOException {
    try {
      return Stacks.settings(session, session.directory());
    } catch (RejectedException e) {
      return Optional.empty();
    }
  }
}
