package dev.firedrill.prometheus;

import dev.firedrill.diagnostic.Loaded;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What came of reading prometheus.yml as Prometheus does.
///
/// @param loaded as much as could be understood, and everything that was found
/// @param rejection the one error with which Prometheus refuses the file, word for word, without
///     the file's name; null where it takes the file
public record PrometheusReading(Loaded<PrometheusConfig> loaded, @Nullable String rejection) {
  /// {@return the error with which Prometheus refuses the file}
  public Optional<String> refusal() {
    return Optional.ofNullable(rejection());
  }
}
