package dev.firedrill.cli.input;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesBatches;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.series.TimeRange;
import dev.firedrill.series.survey.DataSurvey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// Series that are to become the input of a unit test, all in memory.
///
/// @param series sorted by the names of their metrics, with a sample each at least
public record FixtureSeries(List<Series> series) {
  // As many as a unit test may have.
  private static final long MAX_SAMPLES = 10_000_000;
  private static final long MINUTE = 60_000;

  public FixtureSeries {
    series = List.copyOf(series);
  }

  /// Reads all series.
  ///
  /// @throws CommandException if they have too many samples for a unit test
  public static FixtureSeries read(SeriesBatches batches) {
    List<Series> series = new ArrayList<>();
    long[] samples = new long[1];
    try {
      for (String metric : batches.metrics().keySet()) {
        batches.read(
            metric,
            one -> {
              series.add(one);
              samples[0] += one.samples().size();
              if (samples[0] > MAX_SAMPLES) {
                throw new CommandException(
                    "the series have more than 10 million samples, too many for a unit test: choose"
                        + " less by --match, --start and --end");
              }
            });
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (series.isEmpty()) {
      throw new CommandException("there is no sample of these series in that time");
    }
    return new FixtureSeries(series);
  }

  /// {@return how far samples of some series are usually apart, of all the shortest, in
  ///     milliseconds; a minute where no series has two samples}
  public long shortestInterval() {
    SeriesStore store = new SeriesStore();
    series.forEach(store::add);
    var intervals = DataSurvey.of(store, TimeRange.ALL, _ -> {}).total().intervals();
    return intervals.isEmpty() ? MINUTE : intervals.firstKey();
  }
}
