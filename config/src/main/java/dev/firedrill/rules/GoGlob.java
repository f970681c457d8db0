package dev.firedrill.rules;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Patterns of files as Go's `filepath.Glob` reads them, hence those of `rule_files`: `*`, `?`,
/// `[a-z]`, `[^a-z]`, and a backslash before what is meant literally.
///
/// Unlike in a shell, a wildcard matches a leading dot, and `**` is no more than `*`.
public final class GoGlob {
  private final Path directory;

  /// Expands patterns.
  ///
  /// @param directory what relative patterns are relative to
  public GoGlob(Path directory) {
    this.directory = directory;
  }

  /// {@return the paths that a pattern matches, in the form in which the pattern gives them, sorted
  /// within each folder}
  /// @throws IllegalArgumentException if the pattern is malformed
  public List<String> files(String pattern) {
    GoNamePattern.check(pattern);
    if (!GoNamePattern.isPattern(pattern)) {
      boolean there = Files.exists(directory.resolve(pattern), LinkOption.NOFOLLOW_LINKS);
      return there && !pattern.isEmpty() ? List.of(pattern) : List.of();
    }
    int slash = pattern.lastIndexOf('/');
    String folder = pattern.substring(0, Math.max(slash, slash == 0 ? 1 : 0));
    String name = pattern.substring(slash + 1);
    List<String> found = new ArrayList<>();
    for (String each : GoNamePattern.isPattern(folder) ? files(folder) : List.of(folder)) {
      addMatches(each, name, found);
    }
    return found;
  }

  private void addMatches(String folder, String name, List<String> found) {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory.resolve(folder))) {
      for (Path entry : entries) {
        names.add(String.valueOf(entry.getFileName()));
      }
    } catch (IOException | DirectoryIteratorException e) {
      // As in Go: what cannot be read has no files.
      return;
    }
    names.sort(null);
    for (String each : names) {
      if (GoNamePattern.matches(name, each)) {
        found.add(folder.isEmpty() || folder.endsWith("/") ? folder + each : folder + "/" + each);
      }
    }
  }
}
