package dev.firedrill.series;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where samples come from: fixtures, files of recorded data, blocks, servers.
public interface SeriesSource {
  /// The series that all matchers accept, each with its samples in the range.
  ///
  /// Series without a sample in the range may be left out or come with none. Staleness markers are
  /// among the samples. No label set comes twice. The order of the series is the order in which an
  /// instant query yields them.
  List<Series> select(List<LabelMatcher> matchers, TimeRange range);

  /// {@return the label sets of the series that all matchers accept and that have samples in the
  ///     range, or could have; cheaper than to read the samples where the source can tell}
  default Set<Labels> names(List<LabelMatcher> matchers, TimeRange range) {
    Set<Labels> names = new LinkedHashSet<>();
    select(matchers, range).forEach(series -> names.add(series.labels()));
    return names;
  }

  /// {@return the part of a stretch of time of which all samples there are can be selected without
  ///     matchers; less where series are only there once they were asked for}
  default TimeRange known(TimeRange range) {
    return range;
  }

  /// {@return whether there may be series that are not among all, as they are only there once they
  ///     were asked for}
  default boolean mayHaveOthers() {
    return false;
  }

  /// {@return whether any series has samples in a stretch of time, one that was not asked for, too}
  /// @param step milliseconds; where the source can tell, only series with samples about so far
  ///     apart count; 0 for all
  default boolean hasSamples(TimeRange range, long step) {
    return !select(List.of(), range).isEmpty();
  }

  /// {@return from the first to the last sample; empty where there is none}
  Optional<TimeRange> extent();
}
