package dev.firedrill.alertmanager;

import dev.firedrill.diagnostic.Loaded;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What came of reading Alertmanager's configuration.
///
/// @param loaded as much as could be understood, and everything that was found
/// @param rejection the one error with which Alertmanager refuses the file, word for word; null
///     where it takes the file
public record AlertmanagerReading(Loaded<AlertmanagerConfig> loaded, @Nullable String rejection) {
  /// {@return the error with which Alertmanager refuses the file}
  public Optional<String> refusal() {
    return Optional.ofNullable(rejection());
  }
}
