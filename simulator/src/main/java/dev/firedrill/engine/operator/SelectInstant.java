package dev.firedrill.engine.operator;

import dev.firedrill.engine.PlanNode;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The latest sample of each matching series within the lookback, unless it is a staleness marker.
public final class SelectInstant implements Operator {
  /// What is taken from a sample.
  public enum Reading {
    VALUE {
      @Override
      void read(Samples samples, int index, Batch out, int column, int row) {
        @Nullable NativeHistogram histogram = samples.histogram(index);
        if (histogram == null) {
          out.set(column, row, samples.value(index));
        } else {
          out.set(column, row, histogram);
        }
      }
    },
    /// The sample's own time in seconds.
    TIME {
      @Override
      void read(Samples samples, int index, Batch out, int column, int row) {
        out.set(column, row, samples.time(index) / 1000.0);
      }
    },
    /// When the sample's counter started, in seconds; 0 where it is not known.
    START {
      @Override
      void read(Samples samples, int index, Batch out, int column, int row) {
        out.set(column, row, samples.start(index) / 1000.0);
      }
    };

    abstract void read(Samples samples, int index, Batch out, int column, int row);
  }

  private final List<LabelMatcher> matchers;
  private final ReadTime time;
  private final long lookback;
  private final Reading reading;
  private final List<Labels> labels = new ArrayList<>();
  private final List<Samples> samples = new ArrayList<>();

  /// Selects from a source.
  ///
  /// @param lookback milliseconds; a sample exactly that old is too old
  public SelectInstant(
      SeriesSource source,
      List<LabelMatcher> matchers,
      ReadTime time,
      long lookback,
      Reading reading) {
    this.matchers = matchers;
    this.time = time;
    this.lookback = lookback;
    this.reading = reading;
    TimeRange covered = time.covered(lookback - 1);
    for (Series series : source.select(matchers, covered)) {
      labels.add(series.labels());
      samples.add(series.samples());
    }
  }

  @Override
  public List<Labels> series() {
    return labels;
  }

  @Override
  public boolean mayHoldHistograms() {
    return reading == Reading.VALUE && samples.stream().anyMatch(Samples::mayHoldHistograms);
  }

  @Override
  public void fill(int first, Batch out) {
    for (int column = 0; column < out.series(); column++) {
      fill(first, out, column, samples.get(column));
    }
  }

  private void fill(int first, Batch out, int column, Samples from) {
    int next = from.firstAfter(time.of(first));
    for (int row = 0; row < out.steps(); row++) {
      long reference = time.of(first + row);
      while (next < from.size() && from.time(next) <= reference) {
        next++;
      }
      int latest = next - 1;
      if (latest >= 0
          && from.time(latest) > reference - lookback
          && !StaleNaN.isStale(from.value(latest))) {
        reading.read(from, latest, out, column, row);
      }
    }
  }

  @Override
  public String describe() {
    return "select "
        + matchers
        + time.describe()
        + (reading == Reading.VALUE ? "" : ", " + reading.name().toLowerCase(Locale.ROOT) + "s")
        + ": "
        + labels.size()
        + " series";
  }

  @Override
  public List<PlanNode> inputs() {
    return List.of();
  }
}
