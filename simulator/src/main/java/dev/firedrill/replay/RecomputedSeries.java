package dev.firedrill.replay;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.series.AlteredSource;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.StoredSeries;
import dev.firedrill.series.StoredSource;
import dev.firedrill.series.StretchSink;
import dev.firedrill.series.TimeRange;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/// A recording without what rules wrote that are not as they were when it was made: what was
/// recorded of them would be read in place of what they write now. At which times the server
/// evaluated its groups is still told by all of it.
public final class RecomputedSeries {
  private RecomputedSeries() {}

  /// {@return a recording without some series}
  ///
  /// @param hidden tells by their labels which series are left out
  /// @param otherNames what rules are called in another version, by their names: by either it is
  ///     told when the server evaluated their groups
  public static SeriesSource of(
      SeriesSource recording, Predicate<Labels> hidden, Map<String, String> otherNames) {
    Map<String, String> names = Map.copyOf(otherNames);
    return recording instanceof StoredSource stored
        ? new Stored(stored, hidden, names)
        : new Rest(recording, hidden, names);
  }

  /// {@return the names by which a rule may have been recorded}
  static List<String> names(SeriesSource recording, String name) {
    String other = recording instanceof Rest rest ? rest.otherNames.get(name) : null;
    return other == null ? List.of(name) : List.of(name, other);
  }

  /// {@return all that was recorded}
  static SeriesSource recorded(SeriesSource recording) {
    return recording instanceof Rest rest ? rest.recorded() : recording;
  }

  private static class Rest extends AlteredSource {
    final Predicate<Labels> hidden;
    final Map<String, String> otherNames;

    Rest(SeriesSource recording, Predicate<Labels> hidden, Map<String, String> otherNames) {
      super(recording);
      this.hidden = hidden;
      this.otherNames = otherNames;
    }

    SeriesSource recorded() {
      return source;
    }

    @Override
    public List<Series> select(List<LabelMatcher> matchers, TimeRange range) {
      return source.select(matchers, range).stream()
          .filter(series -> !hidden.test(series.labels()))
          .toList();
    }

    @Override
    public Set<Labels> names(List<LabelMatcher> matchers, TimeRange range) {
      Set<Labels> names = new TreeSet<>(source.names(matchers, range));
      names.removeIf(hidden);
      return names;
    }
  }

  private static final class Stored extends Rest implements StoredSource {
    private final StoredSource stored;

    Stored(StoredSource stored, Predicate<Labels> hidden, Map<String, String> otherNames) {
      super(stored, hidden, otherNames);
      this.stored = stored;
    }

    @Override
    public List<StoredSeries> find(List<LabelMatcher> matchers, TimeRange range) {
      return stored.find(matchers, range).stream()
          .filter(series -> !hidden.test(series.labels()))
          .toList();
    }

    @Override
    public boolean stretches(TimeRange range, StretchSink sink, LongConsumer reached) {
      return stored.stretches(
          range,
          (labels, covered, count, samples) -> {
            if (!hidden.test(labels)) {
              sink.take(labels, covered, count, samples);
            }
          },
          reached);
    }

    @Override
    public List<Series> select(List<LabelMatcher> matchers, TimeRange range) {
      return super.select(matchers, range);
    }
  }
}
