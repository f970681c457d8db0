package dev.firedrill.engine.operator;

import dev.firedrill.engine.PlanNode;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.List;

/// The samples of each matching series within a window before each step, staleness markers left
/// out.
public final class SelectRange implements RangeInput {
  private final List<LabelMatcher> matchers;
  private final ReadTime time;
  private final long range;
  private final Reach reach;
  private final List<Labels> labels = new ArrayList<>();
  private final List<Samples> samples = new ArrayList<>();

  /// Selects from a source.
  ///
  /// @param range milliseconds
  /// @param starts whether it matters when counters started
  public SelectRange(
      SeriesSource source,
      List<LabelMatcher> matchers,
      ReadTime time,
      long range,
      Reach reach,
      boolean starts) {
    this.reach = reach;
    this.matchers = matchers;
    this.time = time;
    this.range = range;
    TimeRange inside = time.covered(range - 1 + reach.before());
    TimeRange covered = new TimeRange(inside.first(), inside.last() + reach.after());
    for (Series series : source.select(matchers, covered)) {
      labels.add(series.labels());
      Samples current = series.samples().withoutStaleness();
      samples.add(starts ? current : current.withoutStarts());
    }
  }

  @Override
  public List<Labels> series() {
    return labels;
  }

  @Override
  public Samples samples(int index) {
    return samples.get(index);
  }

  @Override
  public long windowEnd(int step) {
    return time.of(step);
  }

  @Override
  public long range() {
    return range;
  }

  @Override
  public Reach reach() {
    return reach;
  }

  @Override
  public String describe() {
    return "select "
        + matchers
        + "["
        + range
        + "ms]"
        + time.describe()
        + ": "
        + labels.size()
        + " series";
  }

  @Override
  public List<PlanNode> inputs() {
    return List.of();
  }
}
