package dev.firedrill.series.text;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Temporary files, for what is too large for memory or can be read only once.
final class TemporaryFiles {
  private TemporaryFiles() {}

  /// {@return a new file}
  ///
  /// @param ending of its name
  /// @throws IOException if it cannot be made; says where, and how to choose another folder
  static Path create(String ending) throws IOException {
    try {
      return Files.createTempFile("firedrill", ending);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /// {@return what to say where such a file cannot be written}
  static IOException unwritable(IOException e) {
    String reason =
        switch (e) {
          case NoSuchFileException _ -> "there is no such folder";
          case FileSystemException other when other.getReason() != null -> other.getReason();
          case FileSystemException _ -> "permission denied";
          default -> String.valueOf(e.getMessage());
        };
    return new IOException(
        "no temporary file in "
            + System.getProperty("java.io.tmpdir")
            + ": "
            + reason
            + "; FIREDRILL_JAVA_OPTS=-Djava.io.tmpdir=FOLDER chooses another folder",
        e);
  }
}
