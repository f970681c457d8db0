package dev.firedrill.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where tests find the files of the repository they stand in.
public final class Repository {
  private static final Path ROOT = find();

  private Repository() {}

  /// {@return the repository's root: the system property `firedrill.root`, else the nearest folder
  /// upward that holds this module}
  public static Path root() {
    return ROOT;
  }

  /// {@return a file of the repository}
  /// @param path relative to the root, with `/`
  public static Path file(String path) {
    return ROOT.resolve(path);
  }

  /// {@return a file of the folder `shared` beside the repository, which holds conformance data;
  /// empty where it does not exist, and the test that wants it is to be skipped}
  /// @param path relative to `shared`
  public static Optional<Path> shared(String path) {
    Path file = ROOT.resolveSibling("shared").resolve(path);
    return Files.exists(file) ? Optional.of(file) : Optional.empty();
  }

  private static Path find() {
    String given = System.getProperty("firedrill.root");
    Path start = Path.of(given == null ? "" : given).toAbsolutePath().normalize();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("testkit/pom.xml"))) {
        return folder;
      }
    }
    throw new IllegalStateException("no Firedrill checkout at or above " + start);
  }
}
