package dev.firedrill.diagnostic;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What is said of files that cannot be found by their names: names are bytes, and those that are
/// no
/// text in the locale's encoding are lost on the way.
public final class FileNames {
  // What the JDK decodes bytes to that are no text.
  private static final char REPLACEMENT = '\uFFFD';

  private FileNames() {}

  /// {@return whether a name, as it was read from a folder or the command line, has lost bytes, so
  ///     that the file cannot be opened}
  public static boolean isLost(String path) {
    return path.indexOf(REPLACEMENT) >= 0;
  }

  /// {@return why a file that a search has found cannot be opened where [#isLost] holds, and what
  ///     to
  ///     do}
  public static String lost() {
    return "its name is not " + encoding();
  }

  /// {@return why a file is not there}
  public static String missing(String path) {
    String missing = "no such file or folder";
    return isLost(path) ? missing + ", or one whose name is not " + encoding() : missing;
  }

  /// {@return why a file cannot be found}
  ///
  /// @param path as messages name it
  /// @param place where it would be
  public static String missing(String path, Path place) {
    if (Files.isSymbolicLink(place)) {
      return "a symbolic link to something that is not there";
    }
    @Nullable Path folder = place.toAbsolutePath().normalize().getParent();
    while (folder != null && !Files.exists(folder)) {
      folder = folder.getParent();
    }
    return folder == null || Files.isExecutable(folder)
        ? missing(path)
        : "permission denied: what is in " + folder + " cannot be looked at";
  }

  private static String encoding() {
    String encoding = System.getProperty("sun.jnu.encoding");
    return "UTF-8".equals(encoding)
        ? "UTF-8: rename it"
        : "in the locale's encoding, " + encoding + ": set LC_ALL=C.UTF-8";
  }
}
