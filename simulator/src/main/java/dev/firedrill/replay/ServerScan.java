package dev.firedrill.replay;

import dev.firedrill.client.ClientException;
import dev.firedrill.engine.EvaluationException;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.engine.remote.QueryRangeEngine;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.Promql;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Counts what a server has as [RecordingScan] does, but without fetching samples: the server is
/// asked in which windows of time, half as long again as samples are apart, there is any sample.
///
/// Where the first selector has samples in all of them, there is no gap, and no other is asked for:
/// so it begins with the one that selects the fewest series.
final class ServerScan {
  private static final long TEN_MINUTES = 600_000;
  private static final int TOGETHER = 50;
  private static final int MOST_WINDOWS = 5_000_000;
  private static final int MOST_STEPS = 10_000;
  private static final int ASKED_FOR_RESOLUTION = 5;

  private final QueryRangeEngine engine;
  private final List<List<LabelMatcher>> selectors;
  private final TimeRange range;
  private final long usual;
  private final TimeGrid windows;
  private final BitSet seen = new BitSet();

  private ServerScan(QueryRangeEngine engine, List<List<LabelMatcher>> selectors, TimeRange range) {
    this.engine = engine;
    this.selectors = selectors;
    this.range = range;
    this.usual = usualDistance();
    long length = range.last() - range.first();
    long wanted = usual > 0 ? usual * 3 / 2 : SampleSteps.LOOKBACK;
    long width = Math.max(Math.max(1000, wanted), Math.ceilDiv(length, MOST_WINDOWS));
    long first = Math.floorDiv(range.first(), width) * width;
    this.windows = TimeGrid.covering(first, range.last() + width, width);
  }

  /// What there is on a server.
  ///
  /// @param gaps each from the last sample before to the first after, within the range
  /// @param resolution how far samples are usually apart, in milliseconds; 0 if unknown
  record Found(List<TimeRange> gaps, long resolution) {}

  /// {@return what there is of the series that some selectors select; empty where the server does
  ///     not say}
  ///
  /// @param selectors those of the fewest series first
  /// @param all from the first to the last sample of the server
  static Optional<Found> of(
      QueryRangeEngine engine, List<List<LabelMatcher>> selectors, TimeRange range, TimeRange all) {
    try {
      ServerScan scan = new ServerScan(engine, selectors, range);
      scan.look();
      return Optional.of(new Found(scan.gaps(all), scan.usual));
    } catch (EvaluationException e) {
      return Optional.empty();
    } catch (ClientException e) {
      if (e.isServerAway()) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /// {@return whether a server has any sample of a selector's series in a stretch of time}
  static boolean isThere(QueryRangeEngine engine, List<LabelMatcher> selector, TimeRange range) {
    long length = range.last() - range.first() + 1;
    TimeGrid once = new TimeGrid(range.last(), length, 1);
    return !values(engine, any(List.of(selector), length), once).isEmpty();
  }

  // Samples are fetched of the time of which there are most, and of the fewest series.
  private long usualDistance() {
    long length = Math.min(TEN_MINUTES, range.last() - range.first());
    long step = Math.max(length, Math.ceilDiv(range.last() - range.first(), MOST_STEPS));
    int asked = 0;
    for (List<LabelMatcher> selector : length < 1000 ? List.<List<LabelMatcher>>of() : selectors) {
      // Of several metrics counts have no names, and may be alike.
      if (hasName(selector) && asked++ < ASKED_FOR_RESOLUTION) {
        String counts =
            "max(count_over_time(" + LabelMatcher.braces(selector) + "[" + length + "ms]))";
        TimeGrid grid = TimeGrid.covering(range.first() + length, range.last(), step);
        Samples found = values(engine, counts, grid);
        int most = most(found);
        if (most >= 0) {
          String stored = LabelMatcher.braces(selector) + "[" + length + "ms]";
          long time = found.time(most);
          return engine.server().query(stored, time, SampleDistances::new).usual();
        }
      }
    }
    return 0;
  }

  // Where there is most; -1 where there is never more than one.
  private static int most(Samples counts) {
    int most = -1;
    for (int i = 0; i < counts.size(); i++) {
      double least = most < 0 ? 1 : counts.value(most);
      most = counts.value(i) > least ? i : most;
    }
    return most;
  }

  private static boolean hasName(List<LabelMatcher> selector) {
    return selector.stream()
        .anyMatch(
            matcher ->
                matcher.name().equals(Labels.METRIC_NAME)
                    && matcher.operator() == LabelMatcher.Operator.EQUAL);
  }

  private void look() {
    for (int i = 0; i < selectors.size(); i += i == 0 ? 1 : TOGETHER) {
      int first = seen.nextClearBit(0);
      int last = seen.previousClearBit(windows.count() - 1);
      if (first >= windows.count()) {
        return;
      }
      TimeGrid unseen = new TimeGrid(windows.time(first), windows.step(), last - first + 1);
      int end = i == 0 ? 1 : Math.min(selectors.size(), i + TOGETHER);
      Samples found = values(engine, any(selectors.subList(i, end), windows.step()), unseen);
      for (int j = 0; j < found.size(); j++) {
        seen.set(first + (int) ((found.time(j) - unseen.start()) / windows.step()));
      }
    }
  }

  private List<TimeRange> gaps(TimeRange all) {
    long reach = SampleSteps.reach(usual);
    List<TimeRange> gaps = new ArrayList<>();
    int from = seen.nextClearBit(0);
    while (from < windows.count()) {
      int next = seen.nextSetBit(from);
      long before = from == 0 ? Math.min(all.first(), range.first()) : inWindow(from - 1).getLast();
      long after = next < 0 ? Math.max(all.last(), range.last()) : inWindow(next).getFirst();
      TimeRange gap = new TimeRange(before, after).within(range);
      if (after - before > reach && gap.first() < gap.last()) {
        gaps.add(gap);
      }
      from = next < 0 ? windows.count() : seen.nextClearBit(next);
    }
    return gaps;
  }

  /// The first and the last time of a sample in a window.
  private List<Long> inWindow(int window) {
    long end = windows.time(window);
    long begin = end - windows.step();
    long first = end;
    long last = begin;
    long second = 1000;
    TimeGrid seconds = TimeGrid.covering(begin + second, end + second - 1, second);
    for (int i = 0; i < selectors.size(); i += TOGETHER) {
      List<List<LabelMatcher>> some =
          selectors.subList(i, Math.min(selectors.size(), i + TOGETHER));
      Samples found = values(engine, any(some, second), seconds);
      if (!found.isEmpty()) {
        first = Math.min(first, exact(some, found.time(0)).getFirst());
        last = Math.max(last, exact(some, found.lastTime()).getLast());
      }
    }
    return List.of(first, Math.min(last, end));
  }

  /// The first and the last time of a sample in the second that ends at a time, where there is one.
  /// Servers before 3.0 take the start of the second in.
  private List<Long> exact(List<List<LabelMatcher>> some, long end) {
    SampleTimes times = new SampleTimes(new TimeRange(end - 1000, end));
    for (List<LabelMatcher> selector : some) {
      engine.server().query(LabelMatcher.braces(selector) + "[1000ms]", end, () -> times);
    }
    return List.of(times.first(), times.last());
  }

  private static String any(List<List<LabelMatcher>> selectors, long length) {
    return selectors.stream()
        .map(
            selector ->
                "count(last_over_time(" + LabelMatcher.braces(selector) + "[" + length + "ms]))")
        .collect(Collectors.joining(" or "));
  }

  // What an aggregate of all gives at those steps at which it gives anything.
  private static Samples values(QueryRangeEngine engine, String text, TimeGrid grid) {
    Expr expr = ((ParseResult.Parsed) Promql.parse(text)).expr();
    Samples values = new Samples();
    TimeRange whole = new TimeRange(grid.start(), grid.end());
    for (Series series : engine.results(expr, grid).select(List.of(), whole)) {
      for (int i = 0; i < series.samples().size(); i++) {
        if (!StaleNaN.isStale(series.samples().value(i))) {
          values.append(series.samples(), i);
        }
      }
    }
    return values;
  }
}
