package dev.firedrill.series.remote;

import dev.firedrill.client.ClientException;
import dev.firedrill.client.PrometheusApi;
import dev.firedrill.client.RuntimeInfo;
import dev.firedrill.series.TimeRange;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Since when a server has samples: found out by asking for the names of labels in ever smaller
/// stretches of its retention, to about the hours that a block of its storage holds.
final class ServerExtent {
  private static final Duration USUAL_RETENTION = Duration.ofDays(15);
  private static final long FINE = Duration.ofMinutes(30).toMillis();
  private static final long STEP = Duration.ofMinutes(1).toMillis();
  // Blocks have two hours at least.
  private static final long LONGEST_SCAN = Duration.ofHours(6).toMillis();

  private final PrometheusApi server;
  private final @Nullable Long first;
  private final long last;
  private @Nullable Long begin;

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
    return moment
        ? new TimeRange(last, last)
        : new TimeRange(start == null ? begin() : Math.min(start, begin()), last);
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
    return firstScrape(nothing);
  }

  // A block answers for all of its time; targets say when it really begins.
  private long firstScrape(long from) {
    long to = Math.min(last, from + LONGEST_SCAN);
    long seen = server.queryRange("count(up)", from, to, STEP, FirstTime::new).time();
    if (seen == Long.MAX_VALUE) {
      return from;
    }
    // Between two steps: from 3.0 on, servers leave the start of a range out.
    String stored = "up[" + (STEP + 1) + "ms]";
    return Math.max(from, server.query(stored, seen, FirstTime::new).time());
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
