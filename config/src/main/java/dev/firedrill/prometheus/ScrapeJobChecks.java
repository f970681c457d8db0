package dev.firedrill.prometheus;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.yaml.YamlProblems;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What Prometheus checks of scrape jobs when it has read all of them.
final class ScrapeJobChecks {
  private final YamlProblems problems;

  ScrapeJobChecks(YamlProblems problems) {
    this.problems = problems;
  }

  void check(List<ScrapeJob> jobs, GlobalSettings global) {
    Map<String, Location> seen = new HashMap<>();
    for (ScrapeJob job : jobs) {
      timeout(job, global);
      Location first = seen.putIfAbsent(job.name().value(), job.name().location());
      if (first != null && !job.name().value().isEmpty()) {
        repeated(job, first);
      }
    }
  }

  private void timeout(ScrapeJob job, GlobalSettings global) {
    Located<Duration> timeout = job.timeout();
    if (timeout != null && timeout.value().compareTo(job.effectiveInterval(global)) > 0) {
      String message =
          "scrape timeout greater than scrape interval for scrape config with job name "
              + GoQuote.quote(job.name().value());
      problems.value(PrometheusReader.CHECK, message, timeout.location());
    }
  }

  private void repeated(ScrapeJob job, Location first) {
    String message =
        "found multiple scrape configs with job name " + GoQuote.quote(job.name().value());
    problems.value(
        Diagnostic.error(PrometheusReader.CHECK, message, job.name().location())
            .withNote("first here", first),
        message);
  }
}
