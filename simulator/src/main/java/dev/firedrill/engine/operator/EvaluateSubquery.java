package dev.firedrill.engine.operator;

import dev.firedrill.engine.PlanNode;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.histogram.CounterResetHint;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.Labels;
import dev.firedrill.series.Samples;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The values of an expression at the steps of its own grid, as samples for range functions.
public final class EvaluateSubquery implements RangeInput {
  private final Operator inner;
  private final TimeGrid innerGrid;
  private final ReadTime time;
  private final long range;
  private final List<Samples> samples;

  /// Evaluates an expression.
  ///
  /// @param innerGrid the steps of `inner`
  /// @param time when the windows of the outer steps end
  /// @param range milliseconds
  /// @param runs those of the inner steps at which `inner` is evaluated
  public EvaluateSubquery(
      Operator inner, TimeGrid innerGrid, ReadTime time, long range, List<StepBatches.Run> runs) {
    this.inner = inner;
    this.innerGrid = innerGrid;
    this.time = time;
    this.range = range;
    this.samples =
        Columns.collect(inner, innerGrid, runs).stream()
            .map(EvaluateSubquery::withoutHints)
            .toList();
  }

  /// {@return the inner steps that are in some window, in batches}
  ///
  /// @param inner all inner steps from the first window to the last one
  /// @param time when the windows of the outer steps end
  /// @param range milliseconds
  public static List<StepBatches.Run> inWindows(StepBatches inner, ReadTime time, long range) {
    List<StepBatches.Run> runs = new ArrayList<>();
    int first = 0;
    int end = 0;
    for (int step = 0; step < time.grid().count(); step++) {
      long last = time.of(step);
      int start = Math.max(end, indexAfter(inner.grid(), last - range));
      if (start > end) {
        runs.addAll(inner.between(first, end));
        first = start;
      }
      end = Math.max(start, indexAfter(inner.grid(), last));
    }
    runs.addAll(inner.between(first, end));
    return runs;
  }

  private static int indexAfter(TimeGrid grid, long time) {
    long index = Math.floorDiv(time - grid.start(), grid.step()) + 1;
    return Math.clamp(index, 0, grid.count());
  }

  // What was known of resets was of other samples than those of the steps.
  private static Samples withoutHints(Samples samples) {
    if (!samples.mayHoldHistograms()) {
      return samples;
    }
    Samples changed = new Samples();
    for (int i = 0; i < samples.size(); i++) {
      @Nullable NativeHistogram histogram = samples.histogram(i);
      if (histogram == null || histogram.hint() == CounterResetHint.GAUGE) {
        changed.append(samples, i);
      } else {
        changed.append(samples.time(i), histogram.withHint(CounterResetHint.UNKNOWN));
      }
    }
    return changed;
  }

  @Override
  public List<Labels> series() {
    return inner.series();
  }

  @Override
  public boolean losesName(int series) {
    return inner.losesName(series);
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

  /// {@return how many of its own steps fall into a window at most}
  public long stepsInWindow() {
    return Math.min(innerGrid.count(), range / innerGrid.step() + 1);
  }

  @Override
  public String describe() {
    return "subquery [" + range + "ms:" + innerGrid.step() + "ms]" + time.describe();
  }

  @Override
  public List<PlanNode> inputs() {
    return List.of(inner);
  }

  /// A subquery none of whose steps falls into any window.
  public record Nothing(ReadTime time, long range) implements RangeInput {
    @Override
    public List<Labels> series() {
      return List.of();
    }

    @Override
    public Samples samples(int index) {
      throw new IndexOutOfBoundsException(index);
    }

    @Override
    public long windowEnd(int step) {
      return time.of(step);
    }

    @Override
    public String describe() {
      return "subquery without steps";
    }

    @Override
    public List<PlanNode> inputs() {
      return List.of();
    }
  }
}
