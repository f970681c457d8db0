package dev.firedrill.series.tsdb;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What was found damaged so far, each thing once; what is not damaged is read all the same.
final class DamageLog {
  private static final String CHECK = "data/damaged";
  // A file full of damage says no more than so many times the same.
  private static final int MOST = 1000;

  private final Set<Damage> found = new LinkedHashSet<>();

  private record Damage(Path file, long offset, String message) {}

  /// Notes damage.
  ///
  /// @param offset bytes from the start of the file to the thing that is damaged
  synchronized void add(Path file, long offset, String message) {
    if (found.size() < MOST) {
      found.add(new Damage(file, offset, message));
    }
  }

  /// {@return all of it, in the order in which it was found}
  synchronized List<Diagnostic> diagnostics() {
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (Damage damage : found) {
      SourceFile file = SourceFile.binary(damage.file.toString(), damage.offset);
      String text = "at offset " + damage.offset + ": " + damage.message;
      diagnostics.add(
          Diagnostic.error(CHECK, text, new Location(file, Span.at(0)))
              .withHelp("the rest is read; what is damaged is missing from all results"));
    }
    return diagnostics;
  }
}
