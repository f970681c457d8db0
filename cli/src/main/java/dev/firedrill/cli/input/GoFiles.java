package dev.firedrill.cli.input;

import dev.firedrill.diagnostic.FileNames;
import java.nio.file.Files;
import java.nio.file.Path;

/// Paths and files in the manner and the words of Go programs.
public final class GoFiles {
  private GoFiles() {}

  /// {@return why a file cannot be read}
  public static String problem(Path place, String path) {
    if (Files.isDirectory(place)) {
      return "read " + path + ": is a directory";
    }
    String reason = Files.exists(place) ? "permission denied" : "no such file or directory";
    // What Go opens all the same.
    return "open " + path + ": " + (FileNames.isLost(path) ? FileNames.lost() : reason);
  }

  /// {@return a path that stands in a file: one that is relative counts from that file's folder}
  public static String joined(String file, String path) {
    if (path.isEmpty()) {
      return "";
    }
    String joined = Path.of(file).resolveSibling(path).normalize().toString();
    return joined.isEmpty() ? "." : joined;
  }
}
