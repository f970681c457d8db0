package dev.firedrill.prometheus;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A scrape job: its name and how often it scrapes.
///
/// @param interval null where the global one holds
/// @param location the whole job
public record ScrapeJob(
    Located<String> name, @Nullable Located<Duration> interval, Location location) {}
