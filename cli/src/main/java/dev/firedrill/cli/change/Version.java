package dev.firedrill.cli.change;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.finding.Scene;
import dev.firedrill.cli.git.GitRepository;
import dev.firedrill.cli.git.Snapshot;
import dev.firedrill.cli.input.Wildcards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The files of a project as one of two versions has them: those of the working tree, or those of a
/// commit, in a folder for as long as this is open.
public final class Version implements AutoCloseable {
  private final String title;
  private final Scene scene;
  private final List<String> paths;
  private final @Nullable Snapshot snapshot;

  private Version(String title, Scene scene, List<String> paths, @Nullable Snapshot snapshot) {
    this.title = title;
    this.scene = scene;
    this.paths = List.copyOf(paths);
    this.snapshot = snapshot;
  }

  /// Opens a version.
  ///
  /// @param other the one that it is compared with, whose path is meant where a revision stands
  ///     alone
  /// @throws CommandException when the revision has no such path
  public static Version open(Session session, VersionWord word, VersionWord other)
      throws IOException {
    String commit = word.commit();
    if (commit == null) {
      List<String> paths = word.path().isEmpty() ? List.of() : List.of(word.path());
      return new Version(word.title(), Scene.of(session), paths, null);
    }
    Snapshot snapshot = Snapshot.of(GitRepository.of(session), commit, other.commit());
    try {
      Scene scene = Scene.of(session, snapshot, List.of());
      Version whole = new Version(word.title(), scene, List.of(), snapshot);
      return new Version(word.title(), scene, whole.paths(word, other), snapshot);
    } catch (IOException | RuntimeException e) {
      snapshot.close();
      throw e;
    }
  }

  private List<String> paths(VersionWord word, VersionWord other) {
    String path = word.path();
    if (path.isEmpty()) {
      boolean shared = !other.path().isEmpty() && !Path.of(other.path()).isAbsolute();
      return shared ? List.of(find(other.path()).orElse(other.path())) : List.of();
    }
    return List.of(
        find(path)
            .orElseThrow(
                () ->
                    new CommandException(
                        title.substring(0, title.indexOf(':'))
                            + ": no file or folder "
                            + path
                            + " at this revision")));
  }

  /// {@return what it is called}
  public String title() {
    return title;
  }

  /// {@return how its files are read}
  public Scene scene() {
    return scene;
  }

  /// {@return its paths that are of interest; none where the settings tell}
  public List<String> paths() {
    return paths;
  }

  /// {@return whether it is that of a commit}
  public boolean past() {
    return snapshot != null;
  }

  /// {@return the files of the commit; empty for the working tree}
  Optional<Snapshot> snapshot() {
    return Optional.ofNullable(snapshot);
  }

  /// {@return the path that a file or folder of the working tree has in this version, relative to
  ///     the working directory of it; empty where there is none}
  ///
  /// @param path relative to the working directory, or to the root of the repository
  public Optional<String> find(String path) {
    Snapshot past = snapshot;
    Session session = scene.session();
    boolean here = Wildcards.present(path) || Files.exists(session.resolve(path));
    if (past == null) {
      return here ? Optional.of(path) : Optional.empty();
    }
    Path now = scene.now().resolve(path).toAbsolutePath().normalize();
    if (now.startsWith(past.root())) {
      String relative = past.root().relativize(now).toString();
      Path then = past.files().resolve(past.formerly(relative));
      if (Wildcards.present(path) || Files.exists(then)) {
        return Optional.of(relative(then));
      }
    }
    Path below = past.files().resolve(path).normalize();
    boolean inside = below.startsWith(past.files()) && Files.exists(below);
    return inside ? Optional.of(relative(below)) : Optional.empty();
  }

  private String relative(Path file) {
    String path = scene.session().directory().relativize(file).toString();
    return path.isEmpty() ? "." : path;
  }

  @Override
  public void close() throws IOException {
    Snapshot past = snapshot;
    if (past != null) {
      past.close();
    }
  }
}
