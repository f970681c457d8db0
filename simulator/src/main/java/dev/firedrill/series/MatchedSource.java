package dev.firedrill.series;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Those series of a source that any of some selectors accepts; sorted by labels.
public final class MatchedSource implements SeriesSource {
  private final SeriesSource source;
  private final List<List<LabelMatcher>> selectors;

  private MatchedSource(SeriesSource source, List<List<LabelMatcher>> selectors) {
    this.source = source;
    this.selectors = selectors;
  }

  /// {@return the series that any of the selectors accepts; all where there is no selector}
  public static SeriesSource of(SeriesSource source, List<List<LabelMatcher>> selectors) {
    return selectors.isEmpty() ? source : new MatchedSource(source, List.copyOf(selectors));
  }

  @Override
  public List<Series> select(List<LabelMatcher> matchers, TimeRange range) {
    List<Series> selected = new ArrayList<>();
    for (int i = 0; i < selectors.size(); i++) {
      for (Series series : source.select(both(selectors.get(i), matchers), range)) {
        if (!accepted(series.labels(), i)) {
          selected.add(series);
        }
      }
    }
    selected.sort(Series::byLabels);
    return selected;
  }

  @Override
  public Set<Labels> names(List<LabelMatcher> matchers, TimeRange range) {
    Set<Labels> names = new TreeSet<>();
    for (List<LabelMatcher> selector : selectors) {
      names.addAll(source.names(both(selector, matchers), range));
    }
    return names;
  }

  private static List<LabelMatcher> both(List<LabelMatcher> some, List<LabelMatcher> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  // Whether one of the first selectors accepts a series.
  private boolean accepted(Labels labels, int count) {
    for (int i = 0; i < count; i++) {
      if (selectors.get(i).stream().allMatch(matcher -> matcher.matches(labels))) {
        return true;
      }
    }
    return false;
  }

  /// {@return from the first to the last sample of the whole source, whichever series have them}
  @Override
  public Optional<TimeRange> extent() {
    return source.extent();
  }
}
