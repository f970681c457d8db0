package dev.firedrill.cli.amtool;

import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.GoFiles;
import dev.firedrill.rules.GoGlob;
import dev.firedrill.template.notification.NotificationTemplates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Template files, by patterns.
final class TemplateFiles {
  private TemplateFiles() {}

  /// {@return the templates of all files that match; a pattern that matches nothing is fine}
  static NotificationTemplates load(Session session, List<String> patterns) throws AmtoolException {
    List<NotificationTemplates.File> files = new ArrayList<>();
    GoGlob glob = new GoGlob(session.directory());
    for (String pattern : patterns) {
      try {
        for (String path : glob.files(pattern)) {
          files.add(read(session, path));
        }
      } catch (IllegalArgumentException e) {
        throw new AmtoolException(String.valueOf(e.getMessage()));
      }
    }
    NotificationTemplates templates = NotificationTemplates.of(files);
    if (!templates.errors().isEmpty()) {
      throw new AmtoolException(templates.errors().getFirst().text());
    }
    return templates;
  }

  private static NotificationTemplates.File read(Session session, String path)
      throws AmtoolException {
    Path place = session.resolve(path);
    try {
      String text = new String(Files.readAllBytes(place), StandardCharsets.UTF_8);
      return new NotificationTemplates.File(String.valueOf(place.getFileName()), text);
    } catch (IOException e) {
      throw new AmtoolException(GoFiles.problem(place, path));
    }
  }
}
