package dev.firedrill.cli.input;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/// Tells which files were saved.
public interface FileChanges {
  /// Looks at these folders from now on, and at no others.
  ///
  /// @param folders absolute; those that do not exist are passed over
  void watch(Set<Path> folders) throws IOException;

  /// Waits until something changes in the folders.
  ///
  /// @return the files that changed, came or went, as absolute paths, and a folder of which no more
  ///     is known; empty when there is nothing more to wait for
  Optional<Set<Path>> next() throws IOException;
}
