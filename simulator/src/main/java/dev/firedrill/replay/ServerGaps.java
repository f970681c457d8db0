package dev.firedrill.replay;

import dev.firedrill.engine.TimeGrid;
import dev.firedrill.engine.remote.QueryRangeEngine;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.parallel.InParallel;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.Promql;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.series.Lookback;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.TimeRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

/// Finds where series on a server whose samples are about as far apart have none: the server is
/// asked in which windows of time, half as long again as that, there is any sample.
///
/// Where the first selector has samples in all of them, there is no hole, and no other is asked
/// for.
final class ServerGaps {
  private static final int TOGETHER = 50;
  private static final long SECOND = 1000;
  private static final int MOST_WINDOWS = 5_000_000;
  // The ends of more are told to a window.
  private static final int MOST_EXACT = 100;

  private final QueryRangeEngine engine;
  private final List<List<LabelMatcher>> selectors;
  private final long step;
  private final TimeRange range;
  private final TimeGrid windows;
  private final BitSet seen = new BitSet();

  private ServerGaps(
      QueryRangeEngine engine, List<List<LabelMatcher>> selectors, long step, TimeRange range) {
    this.engine = engine;
    this.selectors = selectors;
    this.step = step;
    this.range = range;
    long reach = SampleSteps.reach(step);
    long length = range.last() - range.first() + 2 * reach;
    long wanted = step > 0 ? step * 3 / 2 : Lookback.DEFAULT;
    long width = Math.max(Math.max(1000, wanted), Math.ceilDiv(length, MOST_WINDOWS));
    long first = Math.floorDiv(range.first() - reach, width) * width;
    this.windows = TimeGrid.covering(first, range.last() + reach + width, width);
  }

  /// A stretch of time without samples.
  ///
  /// @param time from the last sample before to the first after
  /// @param afterSample whether there is one before
  record Hole(TimeRange time, boolean afterSample) {}

  /// {@return what was found in a stretch of time and shortly before and after it}
  ///
  /// @param selectors of the series, those of the fewest first
  /// @param step how far samples are usually apart, in milliseconds; 0 if unknown
  static ServerGaps of(
      QueryRangeEngine engine, List<List<LabelMatcher>> selectors, long step, TimeRange range) {
    ServerGaps gaps = new ServerGaps(engine, selectors, step, range);
    gaps.look();
    return gaps;
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

  /// {@return where there is no sample for far longer than samples are apart}
  ///
  /// @param all from the first to the last sample of the server
  List<Hole> holes(TimeRange all) {
    long reach = SampleSteps.reach(step);
    List<Hole> holes = new ArrayList<>();
    int from = seen.nextClearBit(0);
    while (from < windows.count()) {
      int next = seen.nextSetBit(from);
      boolean exact = holes.size() < MOST_EXACT;
      long before = from == 0 ? Math.min(all.first(), range.first()) : last(from - 1, exact);
      long after = next < 0 ? Math.max(all.last(), range.last()) : first(next, exact);
      if (after - before > reach && from > 0 && exact) {
        before = end(before);
      }
      if (after - before > reach) {
        holes.add(new Hole(new TimeRange(before, after), from > 0));
      }
      from = next < 0 ? windows.count() : seen.nextClearBit(next);
    }
    return holes;
  }

  /// {@return whether all series that were there before a hole end by staleness markers: otherwise
  ///     their last samples are seen for five minutes}
  boolean isEnd(Hole hole) {
    long later = 2 * step;
    if (later <= 0 || later + step / 2 >= Lookback.DEFAULT) {
      return false;
    }
    TimeGrid once = new TimeGrid(hole.time().first() + later, 1, 1);
    for (int i = 0; i < selectors.size(); i += TOGETHER) {
      String seenThen =
          some(i).stream()
              .map(selector -> "count(" + LabelMatcher.braces(selector) + ")")
              .collect(Collectors.joining(" or "));
      if (!values(engine, seenThen, once).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  // A staleness marker is a sample, too, which no query gives.
  private long end(long last) {
    long reach = Math.min(SampleSteps.reach(step), Lookback.DEFAULT - 1);
    boolean told = step > 0 && !engine.server().isVictoriaMetrics();
    long end = last;
    for (int i = 0; told && i < selectors.size(); i += TOGETHER) {
      end = Math.max(end, lastDrop(there(some(i), last), last, last + reach));
    }
    return end;
  }

  // When series go for the last time, after which their number stays; the start where none does.
  private long lastDrop(String count, long start, long end) {
    double left = value(count, end);
    if (value(count, start) == left) {
      return start;
    }
    long there = start;
    long gone = end;
    while (gone - there > 1) {
      long middle = there + (gone - there) / 2;
      if (value(count, middle) == left) {
        gone = middle;
      } else {
        there = middle;
      }
    }
    return gone;
  }

  private double value(String count, long time) {
    return values(engine, count, new TimeGrid(time, 1, 1)).value(0);
  }

  // The number of series with samples near the last of all, while they are seen.
  private String there(List<List<LabelMatcher>> some, long last) {
    double since = (last - step * 3 / 2) / 1000.0;
    return some.stream()
        .map(
            selector ->
                "(count(timestamp("
                    + LabelMatcher.braces(selector)
                    + ") >= "
                    + BigDecimal.valueOf(since).toPlainString()
                    + ") or vector(0))")
        .collect(Collectors.joining(" + "));
  }

  private List<List<LabelMatcher>> some(int from) {
    return selectors.subList(from, Math.min(selectors.size(), from + TOGETHER));
  }

  private long first(int window, boolean exact) {
    return exact ? inWindow(window).getFirst() : windows.time(window);
  }

  private long last(int window, boolean exact) {
    return exact ? inWindow(window).getLast() : windows.time(window) - windows.step();
  }

  /// The first and the last time of a sample in a window.
  private List<Long> inWindow(int window) {
    long end = windows.time(window);
    long begin = end - windows.step();
    long first = end;
    long last = begin;
    TimeGrid seconds = TimeGrid.covering(begin + SECOND, end + SECOND - 1, SECOND);
    for (int i = 0; i < selectors.size(); i += TOGETHER) {
      Samples found = values(engine, any(some(i), SECOND), seconds);
      if (!found.isEmpty()) {
        List<Long> early = exact(some(i), found.time(0));
        List<Long> late = found.size() == 1 ? early : exact(some(i), found.lastTime());
        first = Math.min(first, early.getFirst());
        last = Math.max(last, late.getLast());
      }
    }
    return List.of(first, Math.min(last, end));
  }

  /// The first and the last time of a sample in the second that ends at a time, where there is one.
  /// Servers before 3.0 take the start of the second in.
  private List<Long> exact(List<List<LabelMatcher>> some, long end) {
    TimeRange second = new TimeRange(end - 1000, end);
    List<SampleTimes> times =
        InParallel.map(
            some,
            ServerScan.AT_A_TIME,
            selector ->
                engine
                    .server()
                    .query(
                        LabelMatcher.braces(selector) + "[1000ms]",
                        end,
                        () -> new SampleTimes(second)));
    return List.of(
        times.stream().mapToLong(SampleTimes::first).min().orElse(second.last()),
        times.stream().mapToLong(SampleTimes::last).max().orElse(second.first()));
  }

  /// {@return the expression that yields a value where any series of selectors has a sample}
  ///
  /// @param length of the stretch of time before each step in which one counts, in milliseconds
  static String any(List<List<LabelMatcher>> selectors, long length) {
    return selectors.stream()
        .map(
            selector ->
                "count(last_over_time(" + LabelMatcher.braces(selector) + "[" + length + "ms]))")
        .collect(Collectors.joining(" or "));
  }

  /// {@return what an aggregate of all gives at those steps at which it gives anything}
  static Samples values(QueryRangeEngine engine, String text, TimeGrid grid) {
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
