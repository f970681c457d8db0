package dev.firedrill.replay;

import dev.firedrill.client.ClientException;
import dev.firedrill.engine.EvaluationException;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.engine.remote.QueryRangeEngine;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.parallel.InParallel;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Tells the gaps of what a server has as [RecordingScan] does, resolution by resolution, but
/// without fetching samples but for a few minutes of them: see [ServerResolutions] and
/// [ServerGaps].
final class ServerScan {
  /// Requests that are made ready at a time; how many go out, the client says.
  static final int AT_A_TIME = 16;

  private final QueryRangeEngine engine;
  private final SeriesSource recording;
  private final TimeRange range;
  private final TimeRange all;
  private final AtomicInteger questions = new AtomicInteger();

  private ServerScan(
      QueryRangeEngine engine, SeriesSource recording, TimeRange range, TimeRange all) {
    this.engine = engine;
    this.recording = recording;
    this.range = range;
    this.all = all;
  }

  /// What there is on a server.
  ///
  /// @param resolutions that of the closest samples first
  /// @param ofSeries those of the series of which they are known
  /// @param unasked how many gaps are only taken for such, since the server is not asked of more
  record Found(List<Resolution> resolutions, Map<Labels, Resolution> ofSeries, int unasked) {}

  /// Series whose samples are about as far apart.
  private record Alike(long step, int series, List<List<LabelMatcher>> selectors) {}

  /// {@return what there is of the series that some selectors select; empty where the server does
  ///     not say}
  ///
  /// @param recording what the server has
  /// @param selected the series of each selector, those of the fewest first
  /// @param all from the first to the last sample of the server
  static Optional<Found> of(
      QueryRangeEngine engine,
      SeriesSource recording,
      Map<List<LabelMatcher>, Set<Labels>> selected,
      TimeRange range,
      TimeRange all) {
    try {
      return Optional.of(new ServerScan(engine, recording, range, all).scan(selected));
    } catch (EvaluationException e) {
      return Optional.empty();
    } catch (ClientException e) {
      if (e.isServerAway()) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /// {@return whether a server has any sample of a selector's series in a stretch of time, or does
  ///     not say}
  static boolean isThere(QueryRangeEngine engine, List<LabelMatcher> selector, TimeRange range) {
    long length = range.last() - range.first() + 1;
    TimeGrid once = new TimeGrid(range.last(), length, 1);
    try {
      return !ServerGaps.values(engine, ServerGaps.any(List.of(selector), length), once).isEmpty();
    } catch (EvaluationException e) {
      return true;
    }
  }

  private Found scan(Map<List<LabelMatcher>, Set<Labels>> selected) {
    Map<List<LabelMatcher>, Set<Labels>> scraped = new LinkedHashMap<>();
    selected.forEach(
        (matchers, series) -> {
          if (!series.stream().allMatch(Resolutions::isOfAlerts)) {
            scraped.put(matchers, series);
          }
        });
    ServerResolutions.Classes known = ServerResolutions.of(engine.server(), scraped, range);
    Map<Integer, Alike> classes = classes(scraped.isEmpty() ? selected : scraped, known);
    List<Resolution> resolutions =
        InParallel.map(List.copyOf(classes.values()), AT_A_TIME, this::resolution);
    Map<Integer, Resolution> byClass = new HashMap<>();
    int next = 0;
    for (int own : classes.keySet()) {
      byClass.put(own, resolutions.get(next++));
    }
    Map<Labels, Resolution> ofSeries = new HashMap<>();
    known
        .classes()
        .forEach(
            (labels, own) -> {
              Resolution found = byClass.get(own);
              if (found != null) {
                ofSeries.put(labels, found);
              }
            });
    int unasked = Math.max(0, questions.get() - GapFinder.MOST_QUESTIONS);
    return new Found(resolutions, ofSeries, unasked);
  }

  private static Map<Integer, Alike> classes(
      Map<List<LabelMatcher>, Set<Labels>> selected, ServerResolutions.Classes known) {
    Map<Integer, Alike> classes = new TreeMap<>();
    if (known.steps().isEmpty()) {
      int series = (int) selected.values().stream().flatMap(Collection::stream).distinct().count();
      classes.put(0, new Alike(0, series, List.copyOf(selected.keySet())));
      return classes;
    }
    Map<Integer, List<List<LabelMatcher>>> parts = new HashMap<>();
    selected.forEach(
        (matchers, series) ->
            SelectorParts.of(matchers, series, known.classes())
                .forEach(
                    (own, part) -> parts.computeIfAbsent(own, _ -> new ArrayList<>()).add(part)));
    parts.forEach(
        (own, selectors) -> {
          long series = known.classes().values().stream().filter(own::equals).count();
          long step = known.steps().getOrDefault(own, 0L);
          classes.put(own, new Alike(step, (int) series, selectors));
        });
    return classes;
  }

  private Resolution resolution(Alike some) {
    ServerGaps gaps = ServerGaps.of(engine, some.selectors(), some.step(), range);
    List<TimeRange> found = new ArrayList<>();
    for (ServerGaps.Hole hole : gaps.holes(all)) {
      TimeRange within = hole.time().within(range);
      if (within.first() < within.last() && isGap(gaps, hole, some.step())) {
        found.add(within);
      }
    }
    return new Resolution(some.step(), some.series(), found);
  }

  // As with series that were fetched of a server: where it saw them go, or others go on that are
  // scraped as often, there is none.
  private boolean isGap(ServerGaps gaps, ServerGaps.Hole hole, long step) {
    if (questions.incrementAndGet() > GapFinder.MOST_QUESTIONS) {
      return true;
    }
    if (hole.afterSample() && !engine.server().isVictoriaMetrics() && gaps.isEnd(hole)) {
      return false;
    }
    TimeRange asked = GapFinder.nearEdge(hole.time(), hole.afterSample(), SampleSteps.reach(step));
    return asked.first() > asked.last() || !recording.hasSamples(asked, step);
  }
}
