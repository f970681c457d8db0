package dev.firedrill.engine.script;

import dev.firedrill.promql.series.SeriesDescription;
import java.util.List;
import java.util.OptionalLong;

/// A series of a `load` command.
///
/// @param starts for each value when its counter started, in milliseconds relative to the sample;
///     shorter than the values where the rest is not known
record LoadedSeries(SeriesDescription series, List<OptionalLong> starts) {
  LoadedSeries {
    starts = List.copyOf(starts);
  }

  /// {@return when the counter of a value started, in milliseconds relative to the sample}
  OptionalLong start(int index) {
    return index < starts.size() ? starts.get(index) : OptionalLong.empty();
  }
}
