package dev.firedrill.prometheus;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.rules.LabelText;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The `global` part of prometheus.yml; null where nothing, or zero, is written.
///
/// @param ruleQueryOffset how far in the past rules look; null for not at all
/// @param externalLabels in the order of the file, variables filled in
public record GlobalSettings(
    @Nullable Located<Duration> scrapeInterval,
    @Nullable Located<Duration> scrapeTimeout,
    @Nullable Located<Duration> evaluationInterval,
    @Nullable Located<Duration> ruleQueryOffset,
    List<LabelText> externalLabels) {
  /// Prometheus's scrape and evaluation interval where none is written.
  public static final Duration DEFAULT_INTERVAL = Duration.ofMinutes(1);

  /// Prometheus's scrape timeout where none is written.
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

  /// What holds where nothing is written.
  public static final GlobalSettings DEFAULT =
      new GlobalSettings(null, null, null, null, List.of());

  public GlobalSettings {
    externalLabels = List.copyOf(externalLabels);
  }

  /// {@return the interval at which targets are scraped that do not say otherwise}
  public Duration effectiveScrapeInterval() {
    return orDefault(scrapeInterval());
  }

  /// {@return the interval at which rule groups are evaluated that do not say otherwise}
  public Duration effectiveEvaluationInterval() {
    return orDefault(evaluationInterval());
  }

  private static Duration orDefault(@Nullable Located<Duration> interval) {
    return interval == null ? DEFAULT_INTERVAL : interval.value();
  }
}
