package dev.firedrill.cli.option;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.git.GitRepository;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.cli.input.Stacks;
import dev.firedrill.diagnostic.SourceFile;
import java.io.IOException;
import java.nio.file.Files;

/// Configurations by file, by `REV:FILE` of a Git repository, or by revision alone: then the file
/// is
/// that of the settings.
public final class AlertmanagerVersions {
  private final ProjectOptions project;

  /// Declares what goes with them.
  public AlertmanagerVersions(Options options) {
    project = ProjectOptions.of(options);
  }

  /// {@return the configuration that a word names}
  /// @throws CommandException when it cannot be read, or Alertmanager would refuse it
  public AlertmanagerConfig read(Session session, String word) throws IOException {
    if (word.equals(InputFile.STANDARD_INPUT) || Files.exists(session.resolve(word))) {
      return AlertmanagerOption.valid(project, session, new InputFile(word, true).read(session));
    }
    int colon = word.indexOf(':');
    boolean alone = colon < 0 && !word.endsWith(".yml") && !word.endsWith(".yaml");
    if (colon < 0 && !alone) {
      return AlertmanagerOption.valid(project, session, new InputFile(word, true).read(session));
    }
    String revision = alone ? word : word.substring(0, colon);
    String path =
        alone ? Stacks.alertmanager(session, project.stacks(session)) : word.substring(colon + 1);
    String text = GitRepository.of(session).text(revision, path);
    return AlertmanagerOption.valid(project, session, SourceFile.of(revision + ":" + path, text));
  }
}
