package dev.firedrill.replay;

import dev.firedrill.client.PrometheusApi;
import dev.firedrill.client.SeriesSink;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.labels.Labels;
import dev.firedrill.parallel.InParallel;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.series.Lookback;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.StoredSource;
import dev.firedrill.series.TimeRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/// Finds out how often the server that made a recording evaluated groups of rules: by how far apart
/// samples of what they wrote are, which Prometheus gives the exact times of its evaluations.
public final class RecordedInterval {
  // What is further apart goes out of sight in between, and was rather written now and then.
  private static final long LONGEST = Lookback.DEFAULT;
  private static final long DAY = 86_400_000;
  // So many of a hundred distances may be no multiples of the least: servers are restarted.
  private static final int ODD = 5;
  private static final int ASKED = 5;

  private final Map<Long, Integer> distances = new HashMap<>();
  private long last = Long.MIN_VALUE;

  private RecordedInterval() {}

  /// {@return milliseconds between evaluations of groups that do not say how often; 0 where there
  ///     are none, or the recording does not show it}
  public static long ofUnsaid(SeriesSource recording, List<RuleFile> files) {
    return ofUnsaid(files, 1, group -> of(recording, group));
  }

  /// {@return the same for a recording that stays on a server}
  ///
  /// @param range in which evaluations are looked for
  public static long ofUnsaid(PrometheusApi server, TimeRange range, List<RuleFile> files) {
    return ofUnsaid(files, ServerScan.AT_A_TIME, group -> of(server, range, group));
  }

  private static long ofUnsaid(List<RuleFile> files, int atATime, ToLongFunction<RuleGroup> shown) {
    List<RuleGroup> unsaid = new ArrayList<>();
    for (RuleFile file : files) {
      for (RuleGroup group : file.groups()) {
        Located<Duration> own = group.interval();
        if (own == null || own.value().isZero()) {
          unsaid.add(group);
        }
      }
    }
    Map<Long, Integer> found = new HashMap<>();
    for (long each : InParallel.map(unsaid, atATime, shown::applyAsLong)) {
      found.merge(each, 1, Integer::sum);
    }
    found.remove(0L);
    long interval = 0;
    for (Map.Entry<Long, Integer> entry : found.entrySet()) {
      int most = found.getOrDefault(interval, 0);
      boolean shorter = entry.getValue() == most && entry.getKey() < interval;
      interval = entry.getValue() > most || shorter ? entry.getKey() : interval;
    }
    return interval;
  }

  /// {@return milliseconds between evaluations of a group; 0 where the recording does not show it}
  static long of(SeriesSource recording, RuleGroup group) {
    SeriesSource all = RecomputedSeries.recorded(recording);
    for (TimeRange range : ranges(all)) {
      for (Rule rule : group.rules()) {
        RecordedInterval found = new RecordedInterval();
        for (String name : RecomputedSeries.names(recording, rule.name().value())) {
          for (Series series : all.select(RecordedPhase.written(rule, name), range)) {
            found.add(series.samples());
          }
        }
        if (found.least() > 0) {
          return found.least();
        }
      }
    }
    return 0;
  }

  // The last day tells mostly, and is read sooner than all. What was asked of a server is known,
  // and asked again in full when it is found out at which times groups were evaluated.
  private static List<TimeRange> ranges(SeriesSource recording) {
    List<TimeRange> ranges = new ArrayList<>();
    if (recording instanceof StoredSource) {
      recording
          .extent()
          .filter(all -> all.last() - all.first() > DAY)
          .ifPresent(all -> ranges.add(new TimeRange(all.last() - DAY, all.last())));
    }
    ranges.add(TimeRange.ALL);
    return ranges;
  }

  static long of(PrometheusApi server, TimeRange range, RuleGroup group) {
    // Each asks the server, and alerts that never fired show nothing.
    for (Rule rule : group.rules().subList(0, Math.min(ASKED, group.rules().size()))) {
      String written = ServerPhase.written(rule);
      long seen = ServerPhase.latest(server, range, written);
      if (seen > 0) {
        String stored = written + "[" + LONGEST / 1000 * 2 + "s]";
        long least =
            server.once(
                "interval " + seen + " " + stored, Long.class, () -> least(server, stored, seen));
        if (least > 0) {
          return least;
        }
      }
    }
    return 0;
  }

  private static long least(PrometheusApi server, String stored, long time) {
    RecordedInterval found = new RecordedInterval();
    server.query(stored, time, () -> found.new Times());
    return found.least();
  }

  private void add(Samples samples) {
    last = Long.MIN_VALUE;
    for (int i = 0; i < samples.size(); i++) {
      add(samples.time(i));
    }
  }

  private void add(long time) {
    if (last != Long.MIN_VALUE) {
      distances.merge(time - last, 1, Integer::sum);
    }
    last = time;
  }

  // The least distance, if nearly all are multiples of it.
  private long least() {
    long least = distances.keySet().stream().mapToLong(Long::longValue).min().orElse(0);
    int all = 0;
    int odd = 0;
    for (Map.Entry<Long, Integer> entry : distances.entrySet()) {
      all += entry.getValue();
      odd += least > 0 && entry.getKey() % least != 0 ? entry.getValue() : 0;
    }
    return least <= LONGEST && odd * 100 <= all * ODD ? least : 0;
  }

  /// Takes samples of a server.
  private final class Times implements SeriesSink {
    @Override
    public void series(Labels labels) {
      last = Long.MIN_VALUE;
    }

    @Override
    public void sample(long time, double value) {
      add(time);
    }

    @Override
    public void histogram(long time) {
      add(time);
    }
  }
}
