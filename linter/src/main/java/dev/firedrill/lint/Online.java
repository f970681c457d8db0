package dev.firedrill.lint;

import dev.firedrill.client.AlertmanagerApi;
import dev.firedrill.client.PrometheusApi;
import dev.firedrill.client.WebPages;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What checks can ask while they run.
///
/// @param api the server on which the rules are to run; null where only others are given
/// @param routing the server that takes their alerts; null where only others are given
/// @param pages looks whether pages are there
/// @param now the time for which the server is asked
public record Online(
    @Nullable PrometheusApi api, @Nullable AlertmanagerApi routing, WebPages pages, Instant now) {
  /// {@return the server on which the rules are to run}
  public Optional<PrometheusApi> prometheus() {
    return Optional.ofNullable(api);
  }

  /// {@return the server that takes the alerts of the rules}
  public Optional<AlertmanagerApi> alertmanager() {
    return Optional.ofNullable(routing);
  }
}
