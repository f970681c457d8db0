package dev.firedrill.lint;

import dev.firedrill.client.PrometheusApi;
import dev.firedrill.client.WebPages;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What checks can ask while they run.
///
/// @param api the server on which the rules are to run; null where only others are given
/// @param pages looks whether pages are there
/// @param now the time for which the server is asked
public record Online(@Nullable PrometheusApi api, WebPages pages, Instant now) {
  /// {@return the server on which the rules are to run}
  public Optional<PrometheusApi> prometheus() {
    return Optional.ofNullable(api);
  }
}
