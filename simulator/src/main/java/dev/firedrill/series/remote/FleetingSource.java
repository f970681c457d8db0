package dev.firedrill.series.remote;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.labels.Labels;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The series of a server, fetched whenever they are asked for and not kept: for going once over
/// all that there is. Without matchers it is all series.
record FleetingSource(SeriesFetcher fetcher, ServerExtent server) implements SeriesSource {
  // A server wants at least one matcher that the empty text does not satisfy.
  private static final List<LabelMatcher> ALL =
      List.of(LabelMatcher.of(Labels.METRIC_NAME, Operator.REGEX, ".+"));

  @Override
  public List<Series> select(List<LabelMatcher> matchers, TimeRange range) {
    TimeRange wanted = within(range);
    return wanted.first() > wanted.last()
        ? List.of()
        : fetcher.fetch(matchers.isEmpty() ? ALL : matchers, wanted);
  }

  @Override
  public Set<Labels> names(List<LabelMatcher> matchers, TimeRange range) {
    TimeRange wanted = within(range);
    String selector = QueryFetcher.selector(matchers.isEmpty() ? ALL : matchers);
    return wanted.first() > wanted.last()
        ? Set.of()
        : new TreeSet<>(server.server().series(List.of(selector), wanted.first(), wanted.last()));
  }

  private TimeRange within(TimeRange range) {
    boolean bounded = range.first() > Long.MIN_VALUE && range.last() < Long.MAX_VALUE;
    TimeRange bounds = bounded ? range : server.ofInterest();
    return new TimeRange(
        range.first() > Long.MIN_VALUE ? range.first() : bounds.first(),
        range.last() < Long.MAX_VALUE ? range.last() : bounds.last());
  }

  @Override
  public Optional<TimeRange> extent() {
    return server.known();
  }
}
