package dev.firedrill.cli.finding;

import dev.firedrill.cli.console.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/// Paths as programs want them that know the repository, not the folder that a command ran in:
/// relative to a folder, with `/` and without `./`.
public final class RepositoryPaths implements UnaryOperator<String> {
  private static final String STANDARD_INPUT = "<stdin>";

  private final Session session;
  private final Path root;

  private RepositoryPaths(Session session, Path root) {
    this.session = session;
    this.root = root;
  }

  /// {@return paths relative to the root of the Git repository that the working directory is in;
  ///     outside of any, to the working directory}
  public static RepositoryPaths of(Session session) {
    Path here = session.directory().toAbsolutePath().normalize();
    for (Path folder = here; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(".git"))) {
        return new RepositoryPaths(session, folder);
      }
    }
    return new RepositoryPaths(session, here);
  }

  /// {@return paths relative to a folder}
  public static RepositoryPaths below(Session session, Path folder) {
    return new RepositoryPaths(session, folder.toAbsolutePath().normalize());
  }

  /// {@return the folder that paths are relative to}
  public Path root() {
    return root;
  }

  /// {@return a path as printed, made relative; one that leads out starts with `../`}
  @Override
  public String apply(String path) {
    if (path.equals(STANDARD_INPUT)) {
      return path;
    }
    Path absolute = session.resolve(path).toAbsolutePath().normalize();
    return root.relativize(absolute).toString().replace('\\', '/');
  }
}
