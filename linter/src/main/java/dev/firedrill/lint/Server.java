package dev.firedrill.lint;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.prometheus.GlobalSettings;
import dev.firedrill.prometheus.PrometheusConfig;
import dev.firedrill.prometheus.ScrapeJob;
import dev.firedrill.rules.LabelText;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// What rules take from the Prometheus that loads them.
///
/// @param evaluationInterval how often groups are evaluated that do not say otherwise
/// @param scrapeInterval how often targets are scraped at most; zero where it is not known
/// @param jobs how often the targets of each job are scraped
/// @param externalLabels by name
/// @param known whether a configuration was given, rather than Prometheus's defaults assumed
public record Server(
    Duration evaluationInterval,
    Duration scrapeInterval,
    Map<String, Duration> jobs,
    Map<String, String> externalLabels,
    boolean known) {
  /// What holds where no configuration is given.
  public static final Server UNKNOWN =
      new Server(GlobalSettings.DEFAULT_INTERVAL, Duration.ZERO, Map.of(), Map.of(), false);

  public Server {
    jobs = Map.copyOf(jobs);
    externalLabels = Map.copyOf(externalLabels);
  }

  /// {@return the server that a configuration describes}
  public static Server of(PrometheusConfig config) {
    GlobalSettings global = config.global();
    Map<String, Duration> jobs = new HashMap<>();
    Duration least = null;
    for (ScrapeJob job : config.jobs()) {
      Located<Duration> own = job.interval();
      Duration interval = own == null ? global.effectiveScrapeInterval() : own.value();
      jobs.put(job.name().value(), interval);
      least = least == null || interval.compareTo(least) < 0 ? interval : least;
    }
    Map<String, String> labels = new HashMap<>();
    for (LabelText label : global.externalLabels()) {
      labels.put(label.name().value(), label.value().text());
    }
    return new Server(
        global.effectiveEvaluationInterval(),
        least == null ? global.effectiveScrapeInterval() : least,
        jobs,
        labels,
        true);
  }

  /// {@return these with other external labels}
  public Server withExternalLabels(Map<String, String> labels) {
    return new Server(evaluationInterval, scrapeInterval, jobs, labels, known);
  }
}
