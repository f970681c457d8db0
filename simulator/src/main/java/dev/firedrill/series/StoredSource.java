package dev.firedrill.series;

import dev.firedrill.labels.LabelMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/// A source that finds series without reading their samples.
public interface StoredSource extends SeriesSource {
  /// {@return the series that all matchers accept and that may have samples in the range, sorted by
  ///     labels}
  List<StoredSeries> find(List<LabelMatcher> matchers, TimeRange range);

  /// Tells what there is of all series, a stretch of one after the other, without decoding samples.
  /// Stretches of a series come in the order of time and do not meet.
  ///
  /// @param reached is told about up to which time, in epoch milliseconds, all is told
  /// @return whether the source can tell; where it cannot, nothing was told
  boolean stretches(TimeRange range, StretchSink sink, LongConsumer reached);

  @Override
  default List<Series> select(List<LabelMatcher> matchers, TimeRange range) {
    List<Series> selected = new ArrayList<>();
    for (StoredSeries found : find(matchers, range)) {
      Samples samples = found.read(range);
      if (!samples.isEmpty()) {
        selected.add(new Series(found.labels(), samples));
      }
    }
    return selected;
  }
}
