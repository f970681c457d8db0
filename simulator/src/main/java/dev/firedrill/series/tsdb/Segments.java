package dev.firedrill.series.tsdb;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The files of a folder that are numbered.
final class Segments {
  private static final int MOST_DIGITS = 18;

  private Segments() {}

  /// {@return the files whose names are numbers, in their order; none where there is no folder}
  ///
  /// @throws IOException if the folder cannot be read, or is something else
  static List<Path> in(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    if (!Files.isDirectory(folder)) {
      boolean link = Files.isSymbolicLink(folder) && !Files.exists(folder);
      String is = link ? "is a symbolic link to something that is not there" : "is no folder";
      throw new FileSystemException(folder.toString(), null, is + ": a folder is expected");
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> isNumber(file.getFileName().toString()))
          .sorted((one, other) -> Long.compare(number(one), number(other)))
          .toList();
    }
  }

  /// {@return the number that is the name of a file}
  static long number(Path file) {
    return Long.parseLong(file.getFileName().toString());
  }

  private static boolean isNumber(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) < '0' || name.charAt(i) > '9') {
        return false;
      }
    }
    return !name.isEmpty() && name.length() <= MOST_DIGITS;
  }
}
