package dev.firedrill.series;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One scrape, held constant for some time: as if a server had scraped the same again and again.
///
/// @param scrape series, of each of which the first sample counts, whatever its time
/// @param range from the first to the last scrape at most, in epoch milliseconds
/// @param interval milliseconds between the scrapes
public record HeldScrape(SeriesStore scrape, TimeRange range, long interval)
    implements SeriesSource {
  @Override
  public List<Series> select(List<LabelMatcher> matchers, TimeRange wanted) {
    long[] times = times(wanted);
    List<Series> held = new ArrayList<>();
    if (times.length > 0) {
      for (Series one : scrape.select(matchers, TimeRange.ALL)) {
        double[] values = new double[times.length];
        Arrays.fill(values, one.samples().value(0));
        held.add(new Series(one.labels(), Samples.of(times, values)));
      }
    }
    return held;
  }

  private long[] times(TimeRange wanted) {
    long from = Math.max(wanted.first(), range.first());
    long last = Math.min(wanted.last(), range.last());
    long first = from + Math.floorMod(range.first() - from, interval);
    long[] times = new long[first > last ? 0 : Math.toIntExact((last - first) / interval + 1)];
    for (int i = 0; i < times.length; i++) {
      times[i] = first + i * interval;
    }
    return times;
  }

  @Override
  public Set<Labels> names(List<LabelMatcher> matchers, TimeRange wanted) {
    return times(wanted).length == 0 ? Set.of() : scrape.names(matchers, TimeRange.ALL);
  }

  /// {@return from the first to the last scrape}
  @Override
  public Optional<TimeRange> extent() {
    return scrape.size() == 0
        ? Optional.empty()
        : Optional.of(
            new TimeRange(
                range.first(),
                range.last() - Math.floorMod(range.last() - range.first(), interval)));
  }
}
