package dev.firedrill.lint.check.online;

import dev.firedrill.client.PrometheusApi;
import dev.firedrill.labels.PrometheusDuration;
import java.time.Duration;

/// Whether a server has, or had, the series that a selector asks for.
///
/// @param now epoch milliseconds
/// @param window how far back
record SeriesPresence(PrometheusApi server, long now, Duration window) {
  // As far as an instant query looks back, so that no sample is missed.
  private static final Duration STEP = Duration.ofMinutes(5);
  // Beyond so many steps it takes the server long, and who was there for so short a time?
  private static final int MOST_STEPS = 5_000;

  boolean isNow(SeriesQuestion series) {
    return has("count(" + series + ")");
  }

  boolean wasInWindow(SeriesQuestion series) {
    long step = Math.max(STEP.toMillis(), window.toMillis() / MOST_STEPS);
    String range =
        PrometheusDuration.format(window.toMillis()) + ":" + PrometheusDuration.format(step);
    return has("count_over_time(count(" + series + ")[" + range + "])");
  }

  boolean isKnown(SeriesQuestion series) {
    return isNow(series) || wasInWindow(series);
  }

  private boolean has(String expr) {
    return !server.vector(expr, now).isEmpty();
  }

  String windowText() {
    return PrometheusDuration.format(window.toMillis());
  }

  long start() {
    return now - window.toMillis();
  }
}
