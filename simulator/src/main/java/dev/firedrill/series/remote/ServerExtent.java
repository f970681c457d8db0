package dev.firedrill.series.remote;

import dev.firedrill.client.ClientException;
import dev.firedrill.client.PrometheusApi;
import dev.firedrill.client.RuntimeInfo;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.series.TimeRange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Since when a server has samples: found out by asking for the names of labels in ever smaller
/// stretches of its retention, to about the time that a block or an index of its storage is for,
/// and then for samples: of `up`, which each target has, or where there is none, of the first
/// metrics by name.
final class ServerExtent {
  private static final Duration USUAL_RETENTION = Duration.ofDays(15);
  private static final long FINE = Duration.ofMinutes(30).toMillis();
  private static final long STEP = Duration.ofMinutes(1).toMillis();
  // Blocks begin at most two hours before their first sample, days a day.
  private static final long LONGEST_SCAN = Duration.ofHours(36).toMillis();
  private static final List<Long> STEPS = List.of(300_000L, 10_000L);
  private static final int MOST_METRICS = 100;
  private static final String UP = "up";

  private final PrometheusApi server;
  private final @Nullable Long first;
  private final long last;
  private @Nullable Long begin;
  private boolean empty;
  private boolean full;

  /// An extent that is found out when it is asked for.
  ///
  /// @param first the start of the time of interest, in epoch milliseconds; null for all there is
  /// @param last the end of it
  ServerExtent(PrometheusApi server, @Nullable Long first, long last) {
    this.server = server;
    this.first = first;
    this.last = last;
  }

  /// {@return the server}
  PrometheusApi server() {
    return server;
  }

  /// {@return the time of interest}
  TimeRange ofInterest() {
    Long start = first;
    return new TimeRange(start == null ? begin() : start, last);
  }

  /// {@return from the first sample of the server to the end of the time of interest}
  TimeRange whole() {
    Long start = first;
    // Who asks for one moment does not ask what was before.
    boolean moment = start != null && start == last;
    if (moment) {
      return new TimeRange(last, last);
    }
    long since = begin();
    // What is older than the retention is not looked for.
    return new TimeRange(start != null && full ? Math.min(start, since) : since, last);
  }

  /// {@return the same; empty where the server has no samples}
  Optional<TimeRange> known() {
    TimeRange whole = whole();
    return empty ? Optional.empty() : Optional.of(whole);
  }

  /// {@return whether the server has any sample in a stretch of time}
  /// @param step milliseconds; only those count that are scraped about as often, targets where the
  ///     server has any; 0 for all
  boolean hasSamples(TimeRange range, long step) {
    List<String> metrics = someMetrics(range.first(), range.last());
    if (metrics.isEmpty()) {
      return false;
    }
    long length = range.last() - range.first() + 1;
    if (step > 0 && length > step) {
      // One by one: without their names, series of several metrics may be the same.
      String counts =
          metrics.stream()
              .map(each -> selector(List.of(each)))
              .map(each -> "count_values(\"n\", count_over_time(" + each + "[" + length + "ms]))")
              .collect(Collectors.joining(" or "));
      return server.query(counts, range.last(), SampleCounts::new).isMet(length, step);
    }
    String seen = "count(last_over_time(" + selector(metrics) + "[" + length + "ms]))";
    return server.query(seen, range.last(), FirstTime::new).time() != Long.MAX_VALUE;
  }

  private long begin() {
    Long found = begin;
    if (found == null) {
      found = firstSample();
      begin = found;
    }
    return found;
  }

  private long firstSample() {
    long nothing = last - retention().toMillis();
    if (hasLabels(nothing, nothing + STEP)) {
      full = true;
      return nothing;
    }
    long something = last;
    while (something - nothing > FINE) {
      long middle = nothing + (something - nothing) / 2;
      if (hasLabels(nothing, middle)) {
        something = middle;
      } else {
        nothing = middle;
      }
    }
    empty = something == last && !hasLabels(nothing, last);
    return empty ? nothing : firstSample(nothing);
  }

  // An index answers for all of a block's time, or for whole days; samples say when they begin.
  private long firstSample(long from) {
    long to = Math.min(last, from + LONGEST_SCAN);
    List<String> metrics = someMetrics(from, to);
    if (metrics.isEmpty()) {
      return from;
    }
    String selector = selector(metrics);
    long since = from;
    for (long step : STEPS) {
      String seen = "count(last_over_time(" + selector + "[" + step + "ms]))";
      to = firstSeen(seen, since, to + step, step);
      if (to == Long.MAX_VALUE) {
        return from;
      }
      since = to - step;
    }
    // Servers from 3.0 on leave the start of a range out.
    String stored = selector + "[" + (to - since + 1) + "ms]";
    try {
      return Math.max(from, server.query(stored, to, FirstTime::new).time());
    } catch (ClientException e) {
      if (e.mayBeTooMuch()) {
        return Math.max(from, since);
      }
      throw e;
    }
  }

  // Of what a server refuses, each half by itself; of one step that is too much, its time.
  private long firstSeen(String expr, long from, long to, long step) {
    try {
      return server.queryRange(expr, from, to, step, FirstTime::new).time();
    } catch (ClientException e) {
      if (!e.mayBeTooMuch()) {
        throw e;
      }
      long steps = (to - from) / step;
      if (steps == 0) {
        return from;
      }
      long middle = from + steps / 2 * step;
      long first = firstSeen(expr, from, middle, step);
      return first < Long.MAX_VALUE ? first : firstSeen(expr, middle + step, to, step);
    }
  }

  // What there is of each target, or else of as many metrics as can be asked for.
  private List<String> someMetrics(long from, long to) {
    List<String> metrics = server.labelValues(Labels.METRIC_NAME, List.of(), from, to);
    return metrics.contains(UP)
        ? List.of(UP)
        : metrics.subList(0, Math.min(MOST_METRICS, metrics.size()));
  }

  private static String selector(List<String> metrics) {
    return metrics.equals(List.of(UP))
        ? UP
        : QueryFetcher.selector(List.of(LabelMatcher.anyOf(Labels.METRIC_NAME, metrics)));
  }

  private Duration retention() {
    try {
      RuntimeInfo info = server.runtimeInfo();
      Duration retention = info.retention();
      return retention == null ? USUAL_RETENTION : retention;
    } catch (ClientException e) {
      if (e.isServerAway()) {
        throw e;
      }
      // Others than Prometheus do not say.
      return USUAL_RETENTION;
    }
  }

  private boolean hasLabels(long from, long to) {
    return !server.labelNames(List.of(), from, to).isEmpty();
  }
}
