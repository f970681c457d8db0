package dev.firedrill.diagnostic;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What came of reading something: as much of it as could be understood, and what was wrong with
/// it.
///
/// @param value null when nothing could be read
/// @param diagnostics in the order of the file
public record Loaded<T>(@Nullable T value, List<Diagnostic> diagnostics) {
  public Loaded {
    diagnostics = List.copyOf(diagnostics);
  }

  /// {@return what could be read}
  public Optional<T> get() {
    return Optional.ofNullable(value());
  }

  /// {@return whether an error was found}
  public boolean failed() {
    return diagnostics.stream().anyMatch(d -> d.severity() == Severity.ERROR);
  }
}
