package dev.firedrill.replay;

import dev.firedrill.client.PrometheusApi;
import dev.firedrill.client.SeriesSink;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.Labels;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.series.Lookback;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.series.TimeRange;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Finds out when a server evaluates a group as [RecordedPhase] does, but without fetching what its
/// rules wrote: the server is asked for the times of the latest samples only.
final class ServerPhase {
  private static final int MOST_STEPS = 10_000;

  private final PrometheusApi server;
  private final SeriesSource recording;
  private final TimeRange range;

  private ServerPhase(PrometheusApi server, SeriesSource recording, TimeRange range) {
    this.server = server;
    this.recording = recording;
    this.range = range;
  }

  /// {@return the milliseconds by which evaluations come after multiples of the interval since the
  ///     epoch; 0 where the server does not show it}
  ///
  /// @param recording says which other names rules had
  /// @param range of the replay, in which evaluations are looked for
  static long of(
      PrometheusApi server,
      SeriesSource recording,
      TimeRange range,
      RuleGroup group,
      long interval) {
    return new ServerPhase(server, recording, range).of(group, interval);
  }

  private long of(RuleGroup group, long interval) {
    SortedMap<Long, Integer> counts = new TreeMap<>();
    for (Rule rule : group.rules()) {
      for (String name : RecomputedSeries.names(recording, rule.name().value())) {
        latest("max(timestamp(" + written(rule, GoQuote.quote(name)) + "))")
            .forEach((time, count) -> counts.merge(time % interval, count, Integer::sum));
      }
      if (!counts.isEmpty()) {
        break;
      }
    }
    return RecordedPhase.mostFrequent(counts);
  }

  private Map<Long, Integer> latest(String expr) {
    long step =
        Math.max(Lookback.DEFAULT, Math.ceilDiv(range.last() - range.first() + 1, MOST_STEPS));
    return server.once(
            "times " + range + " " + expr,
            Times.class,
            () -> server.queryRange(expr, range.first(), range.last(), step, Times::new))
        .counts;
  }

  /// {@return the time of a latest sample of series in a stretch of time, in epoch milliseconds; 0
  ///     where there is none}
  ///
  /// @param written selects the series
  static long latest(PrometheusApi server, TimeRange range, String written) {
    Map<Long, Integer> seen =
        new ServerPhase(server, new SeriesStore(), range).latest("max(timestamp(" + written + "))");
    return seen.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  /// {@return selects what a rule writes}
  static String written(Rule rule) {
    return written(rule, GoQuote.quote(rule.name().value()));
  }

  private static String written(Rule rule, String name) {
    return switch (rule) {
      case Rule.RecordingRule _ -> "{__name__=" + name + "}";
      case Rule.AlertingRule _ -> "ALERTS{alertname=" + name + "}";
    };
  }

  /// Counts the times that samples have as their values, in seconds.
  private static final class Times implements SeriesSink {
    private final Map<Long, Integer> counts = new HashMap<>();

    @Override
    public void series(Labels labels) {}

    @Override
    public void sample(long time, double value) {
      counts.merge(Math.round(value * 1000), 1, Integer::sum);
    }

    @Override
    public void histogram(long time) {}
  }
}
