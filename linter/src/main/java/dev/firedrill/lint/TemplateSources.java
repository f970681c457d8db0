package dev.firedrill.lint;

import dev.firedrill.diagnostic.SourceFile;
import java.util.List;

/// The files of notification templates that a configuration names.
///
/// @param files those that are there
/// @param missing patterns that match none
public record TemplateSources(List<SourceFile> files, List<String> missing) {
  public TemplateSources {
    files = List.copyOf(files);
    missing = List.copyOf(missing);
  }
}
