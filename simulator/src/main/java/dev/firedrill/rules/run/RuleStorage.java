package dev.firedrill.rules.run;

import dev.firedrill.engine.QueryResult;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What rules read and write while they are evaluated out of order: some have written all they will
/// ever write when others begin.
///
/// It knows who wrote what and when, so it can show what a rule would see if all had been evaluated
/// in order. Series come in the order in which they would have been added then.
final class RuleStorage {
  private static final Origin GIVEN = new Origin(-1, 0, Long.MIN_VALUE);

  private final boolean inOrder;
  private final SeriesStore store = new SeriesStore();
  private final Map<Labels, Origin> origins = new HashMap<>();
  private int known;
  private long now = Long.MIN_VALUE;
  private int reader;

  /// Where a series comes from.
  ///
  /// @param writer the position of the rule; -1 for what was given
  /// @param offset milliseconds by which its samples are older than the evaluations
  /// @param since the time of the evaluation that added the series
  private record Origin(int writer, long offset, long since) {}

  /// A rule writes a series that another one or the input wrote: whose samples count depends on the
  /// order of all evaluations.
  static final class Collision extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Collision(Labels labels) {
      super("written by several: " + labels, null, false, false);
    }
  }

  /// An empty storage.
  ///
  /// @param inOrder whether all evaluations come in order, so that all there is can be seen
  RuleStorage(boolean inOrder) {
    this.inOrder = inOrder;
  }

  /// {@return the store itself, to which the series given are added}
  SeriesStore store() {
    return store;
  }

  /// Notes that all series that are new in the store were there when an evaluation began.
  void given(long time) {
    while (known < store.size()) {
      origins.put(store.labels(known++), new Origin(GIVEN.writer(), 0, time));
    }
  }

  /// Says who reads from now on.
  ///
  /// @param time of the evaluation
  void evaluating(RuleNode rule, long time) {
    now = time;
    reader = rule.position();
  }

  /// {@return what takes the samples of the rule that is being evaluated}
  SampleSink sink(RuleNode rule) {
    return inOrder
        ? this::append
        : (sample, time) -> {
          claim(rule, sample.labels());
          return append(sample, time);
        };
  }

  private void claim(RuleNode rule, Labels labels) {
    Origin origin = origins.get(labels);
    if (origin == null) {
      origins.put(labels, new Origin(rule.position(), rule.offset(), now));
      known++;
    } else if (origin.writer() != rule.position()) {
      throw new Collision(labels);
    }
  }

  private boolean append(QueryResult.Sample sample, long time) {
    @Nullable NativeHistogram histogram = sample.histogram();
    return histogram == null
        ? store.append(sample.labels(), time, sample.value())
        : store.append(sample.labels(), time, histogram);
  }

  /// {@return all that was written}
  SeriesSource complete() {
    return inOrder ? store : new View(false);
  }

  /// {@return what the rule that is being evaluated can see}
  SeriesSource visible() {
    return inOrder ? store : new View(true);
  }

  /// {@return whether a series of a metric was given}
  boolean isGiven(String metric) {
    LabelMatcher named = LabelMatcher.of(Labels.METRIC_NAME, LabelMatcher.Operator.EQUAL, metric);
    for (Series series : store.select(List.of(named), TimeRange.ALL)) {
      if (origin(series).writer() < 0) {
        return true;
      }
    }
    return false;
  }

  private Origin origin(Series series) {
    return origins.getOrDefault(series.labels(), GIVEN);
  }

  /// The last time of the samples that the reader can see: its own and those of later rules are an
  /// evaluation behind.
  private long lastVisible(Origin origin) {
    return now - origin.offset() - (origin.writer() < reader ? 0 : 1);
  }

  private List<Series> inOrder(List<Series> found) {
    for (int i = 1; i < found.size(); i++) {
      if (isBefore(origin(found.get(i)), origin(found.get(i - 1)))) {
        List<Series> sorted = new ArrayList<>(found);
        sorted.sort(
            Comparator.comparingLong((Series series) -> origin(series).since())
                .thenComparingInt(series -> origin(series).writer()));
        return sorted;
      }
    }
    return found;
  }

  private static boolean isBefore(Origin one, Origin other) {
    return one.since() < other.since()
        || (one.since() == other.since() && one.writer() < other.writer());
  }

  private final class View implements SeriesSource {
    private final boolean limited;

    View(boolean limited) {
      this.limited = limited;
    }

    @Override
    public List<Series> select(List<LabelMatcher> matchers, TimeRange range) {
      List<Series> found = store.select(matchers, range);
      return inOrder(limited ? cut(found) : found);
    }

    private List<Series> cut(List<Series> found) {
      List<Series> visible = new ArrayList<>(found.size());
      for (Series series : found) {
        Samples samples = series.samples();
        long last = lastVisible(origin(series));
        if (samples.lastTime() > last) {
          samples = samples.between(Long.MIN_VALUE, last);
        }
        if (!samples.isEmpty()) {
          visible.add(new Series(series.labels(), samples));
        }
      }
      return visible;
    }

    @Override
    public Optional<TimeRange> extent() {
      return store.extent();
    }
  }
}
