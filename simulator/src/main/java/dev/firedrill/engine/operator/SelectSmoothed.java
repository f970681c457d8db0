package dev.firedrill.engine.operator;

import dev.firedrill.engine.PlanNode;
import dev.firedrill.engine.function.WindowEdges;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.List;

/// The value of each matching series at the time of the step, interpolated between the samples
/// around it; after the last sample its value.
public final class SelectSmoothed implements Operator {
  private final List<LabelMatcher> matchers;
  private final ReadTime time;
  private final long lookback;
  private final List<Labels> labels = new ArrayList<>();
  private final List<Samples> samples = new ArrayList<>();

  /// Selects from a source.
  ///
  /// @param lookback milliseconds to either side of the step in which samples count
  public SelectSmoothed(
      SeriesSource source, List<LabelMatcher> matchers, ReadTime time, long lookback) {
    this.matchers = matchers;
    this.time = time;
    this.lookback = lookback;
    TimeRange covered = time.covered(lookback - 1);
    TimeRange around = new TimeRange(covered.first(), covered.last() + lookback);
    for (Series series : source.select(matchers, around)) {
      labels.add(series.labels());
      samples.add(series.samples().withoutStaleness());
    }
  }

  @Override
  public List<Labels> series() {
    return labels;
  }

  @Override
  public void fill(int first, Batch out) {
    for (int column = 0; column < out.series(); column++) {
      Samples from = samples.get(column);
      for (int row = 0; row < out.steps(); row++) {
        fill(from, time.of(first + row), column, row, out);
      }
    }
  }

  private void fill(Samples from, long reference, int column, int row, Batch out) {
    int next = from.firstAfter(reference - 1);
    int end = from.firstAfter(reference + lookback);
    boolean before = next > 0 && from.time(next - 1) > reference - lookback;
    if (next < end && from.time(next) == reference) {
      out.set(column, row, from.value(next));
    } else if (before && next < end) {
      out.set(column, row, WindowEdges.interpolate(from, next - 1, reference, false));
    } else if (before) {
      out.set(column, row, from.value(next - 1));
    }
  }

  @Override
  public String describe() {
    return "select " + matchers + time.describe() + ", smoothed: " + labels.size() + " series";
  }

  @Override
  public List<PlanNode> inputs() {
    return List.of();
  }
}
