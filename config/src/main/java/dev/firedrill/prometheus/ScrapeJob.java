package dev.firedrill.prometheus;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A scrape job: its name and how often it scrapes.
///
/// @param name empty where none is written, which Prometheus rejects
/// @param interval null where the global one holds
/// @param timeout null where the global one holds
/// @param location the whole job
public record ScrapeJob(
    Located<String> name,
    @Nullable Located<Duration> interval,
    @Nullable Located<Duration> timeout,
    Location location) {
  /// {@return how often it scrapes}
  public Duration effectiveInterval(GlobalSettings global) {
    Located<Duration> own = interval();
    return own == null ? global.effectiveScrapeInterval() : own.value();
  }
}
