package dev.firedrill.cli.finding;

import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.git.Snapshot;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.cli.input.PathSelection;
import dev.firedrill.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where files are judged: as they are, or as they were at a commit. What was asked for is the same
/// both times, and so are the settings, whose paths then mean what they meant then.
public final class Scene {
  private final Session now;
  private final Session session;
  private final @Nullable Snapshot snapshot;
  private final List<String> formerly;

  private Scene(Session now, Session session, @Nullable Snapshot snapshot, List<String> formerly) {
    this.now = now;
    this.session = session;
    this.snapshot = snapshot;
    this.formerly = List.copyOf(formerly);
  }

  /// {@return files as they are}
  public static Scene of(Session session) {
    return new Scene(session, session, null, List.of());
  }

  /// {@return files as they were}
  ///
  /// @param formerly further files to judge: what those that are judged now were called
  public static Scene of(Session now, Snapshot snapshot, List<String> formerly) throws IOException {
    return new Scene(now, snapshot.session(now), snapshot, formerly);
  }

  /// {@return what files are read by as they are now}
  public Session now() {
    return now;
  }

  /// {@return whether files are judged as they were}
  public boolean past() {
    return snapshot != null;
  }

  /// {@return what files are read by}
  public Session session() {
    return session;
  }

  /// {@return the settings as they hold here}
  ///
  /// @param file those of now
  public Optional<SettingsFile> settings(Optional<SettingsFile> file) {
    Snapshot past = snapshot;
    return past == null
        ? file
        : file.map(
            each -> new SettingsFile(each.source(), past.then(each.folder()), each.settings()));
  }

  /// {@return the files that paths of the command line lead to}
  /// @throws dev.firedrill.cli.console.CommandException when one leads nowhere now; then, it may
  public List<InputFile> select(List<String> paths) throws IOException {
    if (snapshot == null) {
      return PathSelection.of(session, paths);
    }
    List<String> all = new ArrayList<>();
    for (String path : paths) {
      all.add(then(path));
    }
    all.addAll(formerly);
    return PathSelection.present(session, all);
  }

  /// {@return the files that paths of the command line lead to, where there are any}
  public List<InputFile> present(List<String> paths) throws IOException {
    return snapshot == null ? PathSelection.present(session, paths) : select(paths);
  }

  /// {@return the file that one of the working tree is here, whatever it was called; empty where
  ///     there was none}
  ///
  public Optional<Path> former(Path given) {
    Snapshot past = snapshot;
    Path file = given.toAbsolutePath().normalize();
    if (past == null || !file.startsWith(past.root())) {
      return Optional.of(file).filter(Files::isRegularFile);
    }
    String relative = past.root().relativize(file).toString();
    return Optional.of(past.files().resolve(past.formerly(relative))).filter(Files::isRegularFile);
  }

  private String then(String given) {
    Snapshot past = snapshot;
    Path path = Path.of(given);
    return past != null && path.isAbsolute() ? past.then(path).toString() : given;
  }
}
