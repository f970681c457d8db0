package dev.firedrill.cli.option;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.cli.change.Version;
import dev.firedrill.cli.change.VersionWord;
import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.git.GitRepository;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.cli.input.PathSelection;
import dev.firedrill.cli.input.Stacks;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.rules.FileKind;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Two versions of Alertmanager's configuration, each by a [VersionWord]. In a folder it is the
/// only such file there; of a revision alone, it is that of the other version, else of the
/// settings.
public final class AlertmanagerVersions {
  private final ProjectOptions project;

  /// Declares what goes with them.
  public AlertmanagerVersions(Options options) {
    project = ProjectOptions.of(options);
  }

  /// {@return the configurations that words name, the older first}
  /// @throws CommandException when one cannot be read, or Alertmanager would refuse it
  public List<AlertmanagerConfig> read(Session session, String old, Optional<String> now)
      throws IOException {
    List<VersionWord> words = VersionWord.pair(session, old, now);
    VersionWord first = words.getFirst();
    VersionWord last = words.getLast();
    return List.of(read(session, first, last), read(session, last, first));
  }

  private AlertmanagerConfig read(Session session, VersionWord word, VersionWord other)
      throws IOException {
    String commit = word.commit();
    String path = word.path();
    if (path.isEmpty()) {
      path = other.path();
    }
    if (path.isEmpty() || (path.equals(InputFile.STANDARD_INPUT) && commit != null)) {
      path = Stacks.alertmanager(session, project.stacks(session));
    }
    if (commit == null) {
      return AlertmanagerOption.valid(project, session, file(session, path));
    }
    GitRepository repository = GitRepository.of(session);
    Optional<String> text = repository.file(commit, path);
    if (text.isPresent()) {
      SourceFile source = SourceFile.of(titled(word, path), text.get());
      return AlertmanagerOption.valid(project, session, source);
    }
    VersionWord named = new VersionWord(titled(word, path), commit, path);
    try (Version version = Version.open(session, named, other)) {
      SourceFile source = file(version.scene().session(), version.paths().getFirst());
      return AlertmanagerOption.valid(project, session, source);
    }
  }

  private static String titled(VersionWord word, String path) {
    return word.title().contains(":") ? word.title() : word.title() + ":" + path;
  }

  private static SourceFile file(Session session, String path) throws IOException {
    if (!Files.isDirectory(session.resolve(path))) {
      return new InputFile(path, true).read(session);
    }
    List<SourceFile> found = new ArrayList<>();
    for (InputFile input : PathSelection.of(session, List.of(path))) {
      SourceFile source = input.read(session);
      if (FileKind.likely(Yaml.read(source, YamlDialect.GO_V3)) == FileKind.ALERTMANAGER) {
        found.add(source);
      }
    }
    if (found.size() != 1) {
      throw new CommandException(
          path
              + ": "
              + (found.isEmpty()
                  ? "no Alertmanager configuration in this folder"
                  : "several Alertmanager configurations: name one of "
                      + String.join(", ", found.stream().map(SourceFile::path).toList())));
    }
    return found.getFirst();
  }
}
