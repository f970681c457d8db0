package dev.firedrill.cli.html.chart;

import dev.firedrill.alert.AlertInterval;
import dev.firedrill.alert.AlertTimeline;
import dev.firedrill.engine.Engine;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.labels.Labels;
import dev.firedrill.replay.AlertReplay;
import dev.firedrill.replay.condition.ConditionValues;
import dev.firedrill.replay.condition.WatchedSeries;
import dev.firedrill.series.SeriesSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Collects the lines of one chart, the time cut into pieces so that not all values are held at
/// once.
final class ChartCollector {
  private static final int MOST_LINES = 8;
  // Points of all candidates together while nobody knows which of them are shown.
  private static final int MOST_HELD = 4_000_000;
  // What is not to be seen in the end costs memory, too.
  private static final int MOST_CANDIDATES = 1000;
  private static final int LEAST_POINTS = 40;
  private static final int FIRST_STEPS = 256;
  private static final int CELLS = 2_000_000;

  private final AlertReplay alert;
  private final Watched watched;
  private final TimeGrid grid;
  private final int points;
  private final TimeGrid evaluated;
  private final Set<String> written = new HashSet<>();
  private final Map<Key, LineCandidate> candidates = new LinkedHashMap<>();
  private int expected;
  private int held = Integer.MAX_VALUE;
  private int dropped;
  private int omitted;

  /// One of several series with the same labels, which are compared with different limits.
  private record Key(Labels labels, int number) {}

  ChartCollector(AlertReplay alert, Watched watched, TimeGrid grid, int points) {
    this.alert = alert;
    this.watched = watched;
    this.grid = grid;
    this.points = points;
    TimeGrid times = alert.times();
    this.evaluated = times == null ? grid : times;
    alert.rule().labels().forEach(label -> written.add(label.name().value()));
  }

  AlertChart collect(Engine engine, SeriesSource source) {
    int size = FIRST_STEPS;
    for (int step = 0; step < grid.count(); ) {
      int count = Math.min(size, grid.count() - step);
      TimeGrid piece = new TimeGrid(grid.time(step), grid.step(), count);
      add(watched.values().apply(new ConditionValues(engine, source, piece)));
      step += count;
      size = Math.clamp(CELLS / Math.max(1, candidates.size()), 1, Integer.MAX_VALUE);
    }
    return chart();
  }

  private void add(List<WatchedSeries> piece) {
    expected = expected > 0 ? expected : Math.min(MOST_LINES, piece.size());
    dropped = 0;
    Map<Labels, Integer> numbers = new HashMap<>();
    for (WatchedSeries series : piece) {
      int number = numbers.merge(series.labels(), 1, Integer::sum);
      @Nullable LineCandidate line = candidate(new Key(series.labels(), number));
      if (line != null) {
        line.add(series, time -> (int) ((time - grid.start()) / grid.step()), watched.distance());
      }
    }
    omitted = Math.max(omitted, dropped);
    int each = MOST_HELD / Math.max(1, candidates.size());
    if (each < held && each < points) {
      // In steps, so that not each new series has all lines thinned out again.
      held = each - each / 4;
      candidates.values().forEach(line -> line.fit(held));
    }
  }

  private @Nullable LineCandidate candidate(Key key) {
    LineCandidate known = candidates.get(key);
    if (known != null) {
      return known;
    }
    List<Integer> instances = instances(key.labels());
    if (candidates.size() >= MOST_CANDIDATES && instances.isEmpty()) {
      dropped++;
      return null;
    }
    // The rest of the time has as many.
    BitSet exact = AlertCharts.changes(alert, instances, evaluated, points / expected / 2);
    LineCandidate candidate =
        new LineCandidate(
            key.labels(), instances, firing(instances), Math.min(held, points), exact);
    candidates.put(key, candidate);
    return candidate;
  }

  private List<Integer> instances(Labels labels) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < alert.instances().size(); i++) {
      if (watched.link().joins(labels, alert.instances().get(i).labels(), written)) {
        found.add(i);
      }
    }
    return found;
  }

  private long firing(List<Integer> places) {
    long firing = places.isEmpty() ? -1 : 0;
    for (int place : places) {
      AlertTimeline instance = alert.instances().get(place);
      firing += instance.firing().stream().mapToLong(AlertInterval::length).sum();
    }
    return firing;
  }

  private AlertChart chart() {
    List<LineCandidate> ranked = new ArrayList<>(candidates.values());
    ranked.sort(
        Comparator.comparingLong(LineCandidate::firing)
            .reversed()
            .thenComparingDouble(LineCandidate::nearest));
    List<LineCandidate> shown = ranked.subList(0, Math.min(MOST_LINES, ranked.size()));
    @Nullable Double limit = commonLimit(shown);
    boolean shared = limit != null;
    fit(shown, shared);
    List<ChartLine> lines = shown.stream().map(line -> line.line(shared)).toList();
    return new AlertChart(
        watched.text(),
        watched.comparison(),
        limit,
        grid,
        lines.stream().mapToInt(ChartLine::bucket).max().orElse(1),
        lines,
        omitted + ranked.size() - shown.size());
  }

  // What lines that need few points leave is for the others.
  private void fit(List<LineCandidate> lines, boolean shared) {
    lines.forEach(LineCandidate::finish);
    List<LineCandidate> bySize = new ArrayList<>(lines);
    bySize.sort(Comparator.comparingInt(line -> line.size(shared)));
    int left = points;
    for (int i = 0; i < bySize.size(); i++) {
      LineCandidate line = bySize.get(i);
      int share = Math.max(LEAST_POINTS, left / (bySize.size() - i));
      if (line.size(shared) > share) {
        line.fit(shared ? share : share / 2);
      }
      left -= line.size(shared);
    }
  }

  private static @Nullable Double commonLimit(List<LineCandidate> lines) {
    @Nullable Double common = null;
    for (LineCandidate line : lines) {
      Double limit = line.limit();
      if (line.hasLimits() && limit == null) {
        return null;
      }
      if (limit != null && common != null && limit.doubleValue() != common.doubleValue()) {
        return null;
      }
      common = common == null ? limit : common;
    }
    return common;
  }
}
