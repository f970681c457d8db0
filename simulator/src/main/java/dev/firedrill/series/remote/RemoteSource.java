package dev.firedrill.series.remote;

import dev.firedrill.client.PrometheusApi;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The series of a server, fetched when they are first asked for and then kept.
///
/// Where all of time is asked for, it is the time between two bounds. All series cannot be asked
/// for: without matchers the series are given that were fetched before.
public final class RemoteSource implements SeriesSource {
  private final SeriesFetcher fetcher;
  private final ServerExtent extent;
  private final Map<List<LabelMatcher>, Fetched> known = new HashMap<>();
  private @Nullable TimeRange asked;

  RemoteSource(SeriesFetcher fetcher, ServerExtent extent) {
    this.fetcher = fetcher;
    this.extent = extent;
  }

  /// {@return the series of a server, read by its query API}
  ///
  /// @param first the start of the time that is of interest, in epoch milliseconds; null for all
  ///     that the server has
  /// @param last the end of it
  public static RemoteSource byQueries(PrometheusApi server, @Nullable Long first, long last) {
    return new RemoteSource(
        new QueryFetcher(server, QueriedHistograms.REFUSED), new ServerExtent(server, first, last));
  }

  /// {@return the numbers of a server's series, read by its query API: without native histograms}
  ///
  /// @param histograms is told of each that is left out, by any thread
  /// @param first the start of the time that is of interest, in epoch milliseconds; null for all
  ///     that the server has
  /// @param last the end of it
  public static RemoteSource numbersByQueries(
      PrometheusApi server, @Nullable Long first, long last, Runnable histograms) {
    return new RemoteSource(
        new QueryFetcher(server, QueriedHistograms.leftOut(histograms)),
        new ServerExtent(server, first, last));
  }

  /// {@return the series of a server, read by its query API, with native histograms as far as that
  ///     tells them}
  ///
  /// @param histograms is told of each, by any thread
  /// @param first the start of the time that is of interest, in epoch milliseconds; null for all
  ///     that the server has
  /// @param last the end of it
  public static RemoteSource allByQueries(
      PrometheusApi server, @Nullable Long first, long last, Runnable histograms) {
    return new RemoteSource(
        new QueryFetcher(server, QueriedHistograms.rebuilt(histograms)),
        new ServerExtent(server, first, last));
  }

  /// {@return the series of a server, read by remote read}
  ///
  /// @param first the start of the time that is of interest, in epoch milliseconds; null for all
  ///     that the server has
  /// @param last the end of it
  public static RemoteSource byRemoteRead(PrometheusApi server, @Nullable Long first, long last) {
    return new RemoteSource(new RemoteReadFetcher(server), new ServerExtent(server, first, last));
  }

  /// {@return the same series, fetched whenever they are asked for and not kept; without matchers
  ///     all that the server has}
  public SeriesSource fleeting() {
    return new FleetingSource(fetcher, extent);
  }

  /// What was fetched, and from when to when.
  private record Fetched(TimeRange range, List<Series> series) {}

  @Override
  public synchronized List<Series> select(List<LabelMatcher> matchers, TimeRange range) {
    if (matchers.isEmpty()) {
      return within(range, all());
    }
    TimeRange wanted = bounded(range);
    if (wanted.first() > wanted.last()) {
      return List.of();
    }
    List<LabelMatcher> key = List.copyOf(matchers);
    Fetched before = known.get(key);
    Fetched now =
        before == null ? new Fetched(wanted, fetch(key, wanted)) : more(key, before, wanted);
    known.put(key, now);
    boolean bounded = range.equals(wanted);
    if (bounded && !now.series().isEmpty()) {
      note(wanted);
    }
    return within(wanted, now.series());
  }

  @Override
  public Set<Labels> names(List<LabelMatcher> matchers, TimeRange range) {
    TimeRange wanted;
    synchronized (this) {
      if (matchers.isEmpty() || known.containsKey(matchers)) {
        return SeriesSource.super.names(matchers, range);
      }
      wanted = bounded(range);
    }
    return new TreeSet<>(
        extent
            .server()
            .series(List.of(QueryFetcher.selector(matchers)), wanted.first(), wanted.last()));
  }

  private List<Series> fetch(List<LabelMatcher> matchers, TimeRange range) {
    return fetcher.fetch(matchers, range);
  }

  private Fetched more(List<LabelMatcher> matchers, Fetched before, TimeRange wanted) {
    TimeRange have = before.range();
    if (have.first() <= wanted.first() && wanted.last() <= have.last()) {
      return before;
    }
    SeriesPieces parts = new SeriesPieces();
    if (wanted.first() < have.first()) {
      parts.addAll(fetch(matchers, new TimeRange(wanted.first(), have.first() - 1)));
    }
    parts.addAll(before.series());
    if (wanted.last() > have.last()) {
      parts.addAll(fetch(matchers, new TimeRange(have.last() + 1, wanted.last())));
    }
    return new Fetched(have.cover(wanted), parts.joined());
  }

  private List<Series> all() {
    Map<Labels, Series> all = new HashMap<>();
    for (Fetched fetched : known.values()) {
      for (Series series : fetched.series()) {
        all.merge(
            series.labels(),
            series,
            (one, other) -> other.samples().size() > one.samples().size() ? other : one);
      }
    }
    return all.values().stream().sorted(Series::byLabels).toList();
  }

  private static List<Series> within(TimeRange range, List<Series> series) {
    List<Series> selected = new ArrayList<>();
    for (Series one : series) {
      Samples samples = one.samples().between(range.first(), range.last());
      if (!samples.isEmpty()) {
        selected.add(new Series(one.labels(), samples));
      }
    }
    return selected;
  }

  private TimeRange bounded(TimeRange range) {
    if (range.first() > Long.MIN_VALUE && range.last() < Long.MAX_VALUE) {
      return range;
    }
    TimeRange bounds = extent.ofInterest();
    return new TimeRange(
        range.first() == Long.MIN_VALUE ? bounds.first() : range.first(),
        range.last() == Long.MAX_VALUE ? bounds.last() : range.last());
  }

  @Override
  public synchronized TimeRange known(TimeRange range) {
    TimeRange all = asked;
    return all == null ? range : range.within(all);
  }

  // Who asks for all of time looks for what there may be, not for what matters.
  private void note(TimeRange wanted) {
    TimeRange before = asked;
    asked = before == null ? wanted : before.cover(wanted);
  }

  @Override
  public boolean mayHaveOthers() {
    return true;
  }

  @Override
  public boolean hasSamples(TimeRange range, long step) {
    return extent.hasSamples(range, step);
  }

  @Override
  public Optional<TimeRange> extent() {
    return extent.known();
  }
}
