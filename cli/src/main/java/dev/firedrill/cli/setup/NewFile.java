package dev.firedrill.cli.setup;

import dev.firedrill.cli.input.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// A file to be written where there is none.
///
/// @param path as it is printed
public record NewFile(String path, String text) {
  /// Writes it, unless there is something already.
  ///
  /// @param place where it goes
  /// @param force whether it replaces what is there
  /// @return whether it was written
  public boolean write(Path place, boolean force) throws IOException {
    if (!force && Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    Path folder = place.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    AtomicFile.write(place, text.getBytes(StandardCharsets.UTF_8));
    return true;
  }
}
