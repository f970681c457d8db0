package dev.firedrill.replay;

import dev.firedrill.labels.Labels;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Tells series apart by how far their samples are usually apart, each time about double as far.
///
/// A series stays where it was put first; where its samples come more or less often later, it is
/// measured by that, among the same others.
final class Resolutions {
  // In the middle between halves and doubles, no usual scrape interval is at a border.
  private static final double MIDDLE = 15_000;

  private final TreeMap<Integer, ResolutionTally> known = new TreeMap<>();
  private final ResolutionTally unknown = new ResolutionTally(0);
  // There only while alerts are active, and how often has nothing to do with scrapes.
  private final ResolutionTally alerts = new ResolutionTally(0);
  private final Map<Labels, ResolutionTally> series = new HashMap<>();
  // Those that are not there in the time that is looked at.
  private final Map<Labels, ResolutionTally> around = new HashMap<>();
  // Of those that are not known yet.
  private final Map<Labels, TimeRange> single = new HashMap<>();
  private Labels last = Labels.EMPTY;
  private ResolutionTally lastTally = unknown;

  /// Takes notice of how far samples are apart in series that come later, too.
  ///
  /// @return whether there are any with two
  boolean learn(List<Series> first) {
    long[] steps = new long[first.size()];
    Map<Integer, List<Long>> levels = new TreeMap<>();
    for (int i = 0; i < steps.length; i++) {
      Series one = first.get(i);
      steps[i] = isOfAlerts(one.labels()) ? 0 : SampleSteps.usual(one.samples());
      if (steps[i] > 0) {
        levels.computeIfAbsent(level(steps[i]), _ -> new ArrayList<>()).add(steps[i]);
      }
    }
    levels.forEach(
        (level, some) -> known.putIfAbsent(level, new ResolutionTally(SampleSteps.median(some))));
    for (int i = 0; i < steps.length; i++) {
      if (steps[i] > 0 && !has(first.get(i).labels())) {
        put(first.get(i).labels(), tally(steps[i]));
      }
    }
    return !known.isEmpty();
  }

  /// {@return the class of series whose samples are so far apart, in milliseconds}
  static int level(long step) {
    return (int) Math.round(Math.log(step / MIDDLE) / Math.log(2));
  }

  /// {@return whether a series is there only while alerts are active}
  static boolean isOfAlerts(Labels labels) {
    String name = labels.metricName();
    return name.equals("ALERTS") || name.equals("ALERTS_FOR_STATE");
  }

  private ResolutionTally tally(long step) {
    return known.computeIfAbsent(level(step), _ -> new ResolutionTally(step));
  }

  private void put(Labels labels, ResolutionTally tally) {
    tally.count(1);
    series.put(labels, tally);
  }

  /// Adds a stretch of a series.
  ///
  /// @param count how many samples it has
  /// @param read them
  void add(Labels labels, TimeRange stretch, int count, Supplier<Samples> read) {
    ResolutionTally tally = of(labels, stretch, count, read);
    tally.samples(count);
    tally.add(stretch, read);
  }

  /// Adds samples of a series, one at least.
  void add(Labels labels, Samples samples) {
    TimeRange stretch = new TimeRange(samples.time(0), samples.lastTime());
    ResolutionTally tally = of(labels, stretch, samples.size(), () -> samples);
    tally.samples(samples.size());
    tally.add(samples);
  }

  /// Adds samples from outside of the time that is looked at: series that are only there do not
  /// count.
  void addAround(Labels labels, Samples samples) {
    ResolutionTally found = series.get(labels);
    if (found == null) {
      long step = isOfAlerts(labels) ? 0 : SampleSteps.usual(samples);
      if (step == 0) {
        return;
      }
      found = tally(step);
      found.countAround();
      found.samples(samples.size());
      around.put(labels, found);
    }
    found.add(samples);
  }

  // Stretches of one series often come together.
  @SuppressWarnings("ReferenceEquality")
  private ResolutionTally of(Labels labels, TimeRange stretch, int count, Supplier<Samples> read) {
    if (labels != last || lastTally == unknown) {
      ResolutionTally tally = series.get(labels);
      lastTally = tally == null || tally == unknown ? find(labels, stretch, count, read) : tally;
      last = labels;
    }
    return lastTally;
  }

  private ResolutionTally find(
      Labels labels, TimeRange stretch, int count, Supplier<Samples> read) {
    if (isOfAlerts(labels)) {
      put(labels, alerts);
      return alerts;
    }
    TimeRange before = single.remove(labels);
    // Blocks come in the order of their names.
    long step =
        before == null ? step(stretch, count, read) : Math.abs(stretch.first() - before.last());
    if (step <= 0) {
      put(labels, unknown);
      single.put(labels, stretch);
      return unknown;
    }
    ResolutionTally found = tally(step);
    if (before != null) {
      unknown.count(-1);
      found.samples(1);
      found.add(before, Samples::new);
    }
    put(labels, found);
    return found;
  }

  // By the average, if there are others of the kind: samples are not read for it.
  private long step(TimeRange stretch, int count, Supplier<Samples> read) {
    long average = count > 1 ? (stretch.last() - stretch.first()) / (count - 1) : 0;
    return average == 0 || known.containsKey(level(average))
        ? average
        : SampleSteps.usual(read.get());
  }

  /// {@return the number of series}
  int series() {
    return series.size();
  }

  /// {@return whether there is a series}
  boolean has(Labels labels) {
    return series.containsKey(labels);
  }

  /// {@return those that there are, without those of series with two samples only unless there are
  ///     no others: of which it is not known how far samples are apart where there
  ///     are no others, and `ALERTS` where there is nothing else}
  List<ResolutionTally> all() {
    List<ResolutionTally> all = new ArrayList<>(known.values());
    all.removeIf(each -> each.series() == 0 && !around.containsValue(each));
    if (all.stream().anyMatch(ResolutionTally::isSure)) {
      all.removeIf(each -> !each.isSure());
    }
    if (all.isEmpty()) {
      all.add(unknown.series() > 0 || alerts.series() == 0 ? unknown : alerts);
    }
    return all;
  }

  /// {@return that of a series; empty where it has none}
  Optional<ResolutionTally> of(Labels labels) {
    ResolutionTally found = series.get(labels);
    return Optional.ofNullable(found == null ? around.get(labels) : found);
  }

  /// {@return the names of the metrics that have a resolution}
  List<String> metrics(ResolutionTally tally) {
    return Stream.of(series, around)
        .flatMap(some -> some.entrySet().stream())
        .filter(each -> each.getValue() == tally)
        .map(each -> each.getKey().metricName())
        .distinct()
        .toList();
  }
}
