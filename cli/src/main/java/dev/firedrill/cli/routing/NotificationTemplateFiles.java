package dev.firedrill.cli.routing;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.rules.GoGlob;
import dev.firedrill.settings.PathMap;
import dev.firedrill.template.notification.NotificationTemplates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The template files that a configuration or its tests name.
public final class NotificationTemplateFiles {
  private final Session session;
  private final List<NotificationTemplates.File> files = new ArrayList<>();

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
      List<String> found = glob.files(map.resolve(pattern, folder));
      for (String path : found.isEmpty() ? beside(glob, pattern, folder) : found) {
        add(session.resolve(path));
      }
    }
  }

  private static List<String> beside(GoGlob glob, String pattern, Path folder) {
    List<String> found = List.of();
    String rest = pattern.startsWith("/") ? pattern : "";
    while (found.isEmpty() && !rest.isEmpty()) {
      rest = rest.substring(Math.min(rest.length(), rest.indexOf('/') + 1));
      found = rest.isEmpty() ? found : glob.files(folder + "/" + rest);
      rest = rest.contains("/") ? rest.substring(rest.indexOf('/')) : "";
    }
    return found;
  }

  /// Adds a file.
  public void add(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    files.add(new NotificationTemplates.File(String.valueOf(file.getFileName()), text));
  }

  /// {@return whether none was found}
  public boolean isEmpty() {
    return files.isEmpty();
  }

  /// {@return the templates of the files, with those that are always there}
  /// @throws CommandException when Alertmanager would refuse one of them
  public NotificationTemplates templates() {
    NotificationTemplates templates = NotificationTemplates.of(files);
    if (!templates.errors().isEmpty()) {
      throw new CommandException(templates.errors().getFirst().text());
    }
    return templates;
  }

  /// {@return the patterns that a configuration names}
  public static List<String> patterns(AlertmanagerConfig config) {
    return config.templates().stream().map(SourceText::text).toList();
  }
}
