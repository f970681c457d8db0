package dev.firedrill.series;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Several sources read as one. A series that several have gets the samples of all; where two have
/// a sample at the same time, the one of the source named first counts. Sorted by labels.
public final class MergedSource implements SeriesSource {
  private final List<SeriesSource> sources;

  private MergedSource(List<SeriesSource> sources) {
    this.sources = sources;
  }

  /// {@return the sources read as one}
  public static SeriesSource of(List<? extends SeriesSource> sources) {
    return sources.size() == 1 ? sources.getFirst() : new MergedSource(List.copyOf(sources));
  }

  @Override
  public List<Series> select(List<LabelMatcher> matchers, TimeRange range) {
    List<Series> merged = new ArrayList<>();
    Map<Labels, Integer> places = new HashMap<>();
    for (SeriesSource source : sources) {
      for (Series series : source.select(matchers, range)) {
        @Nullable Integer place = places.putIfAbsent(series.labels(), merged.size());
        if (place == null) {
          merged.add(series);
        } else {
          Samples both = SampleRuns.merged(merged.get(place).samples(), series.samples());
          merged.set(place, new Series(series.labels(), both));
        }
      }
    }
    merged.sort(Series::byLabels);
    return merged;
  }

  @Override
  public Set<Labels> names(List<LabelMatcher> matchers, TimeRange range) {
    Set<Labels> names = new TreeSet<>();
    sources.forEach(source -> names.addAll(source.names(matchers, range)));
    return names;
  }

  @Override
  public TimeRange known(TimeRange range) {
    TimeRange known = range;
    for (SeriesSource source : sources) {
      known = source.known(known);
    }
    return known;
  }

  @Override
  public boolean mayHaveOthers() {
    return sources.stream().anyMatch(SeriesSource::mayHaveOthers);
  }

  @Override
  public boolean hasSamples(TimeRange range, long step) {
    return sources.stream().anyMatch(source -> source.hasSamples(range, step));
  }

  @Override
  public Optional<TimeRange> extent() {
    return sources.stream()
        .map(SeriesSource::extent)
        .flatMap(Optional::stream)
        .reduce(TimeRange::cover);
  }
}
