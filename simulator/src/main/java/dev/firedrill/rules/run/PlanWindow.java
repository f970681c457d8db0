package dev.firedrill.rules.run;

import dev.firedrill.engine.TimeGrid;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.util.List;
import java.util.Optional;

/// How many of a rule's steps one plan is made for, so that it holds no more samples than it
/// should.
///
/// The first plan is for a fixed number of steps; what its selectors read tells how many steps the
/// next ones can have.
final class PlanWindow {
  /// For plans on data that are in memory anyway.
  static final long UNLIMITED = Long.MAX_VALUE;

  private static final int FIRST = 1024;
  private static final int LEAST = 64;
  // A long range reads the same samples for all steps, so that more steps need not read many more.
  private static final int MOST_GROWTH = 16;

  private final long limit;
  private int size;
  private long read;

  /// @param limit samples that a plan should hold at most, above 0, or [#UNLIMITED]
  PlanWindow(long limit) {
    this.limit = limit;
    this.size = limit == UNLIMITED ? Integer.MAX_VALUE : (int) Math.min(FIRST, limit);
  }

  /// {@return the next steps of a grid that one plan is for}
  ///
  /// @param first the index of the first step
  TimeGrid next(TimeGrid grid, int first) {
    if (read > 0) {
      double factor = Math.min((double) limit / read, MOST_GROWTH);
      size = (int) Math.clamp((long) (size * factor), Math.min(LEAST, limit), Integer.MAX_VALUE);
    }
    read = 0;
    int count = Math.min(size, grid.count() - first);
    return new TimeGrid(grid.time(first), grid.step(), count);
  }

  /// {@return a source, what is read of it being counted}
  SeriesSource counted(SeriesSource source) {
    return limit == UNLIMITED ? source : new CountedSource(source);
  }

  private final class CountedSource implements SeriesSource {
    private final SeriesSource source;

    private CountedSource(SeriesSource source) {
      this.source = source;
    }

    @Override
    public List<Series> select(List<LabelMatcher> matchers, TimeRange range) {
      List<Series> selected = source.select(matchers, range);
      for (Series series : selected) {
        read += series.samples().size();
      }
      return selected;
    }

    @Override
    public Optional<TimeRange> extent() {
      return source.extent();
    }
  }
}
