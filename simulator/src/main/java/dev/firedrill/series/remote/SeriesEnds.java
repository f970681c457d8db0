package dev.firedrill.series.remote;

import dev.firedrill.client.PrometheusApi;
import dev.firedrill.client.SeriesSink;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.series.Lookback;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Finds the staleness markers of series, which no query gives: where samples stop for longer than
/// usual, the server is asked at which millisecond the series is no longer there.
///
/// Series that stop at the same time are asked for together, so that a target that goes away costs
/// as many questions as one series. A marker beyond the lookback of five minutes makes no
/// difference to anything, and is not looked for.
final class SeriesEnds {
  private static final double UNUSUAL = 1.5;

  private final PrometheusApi server;
  private final String selector;
  private final TimeRange range;

  SeriesEnds(PrometheusApi server, String selector, TimeRange range) {
    this.server = server;
    this.selector = selector;
    this.range = range;
  }

  /// From the last sample before samples stop to the last moment at which it matters.
  private record Silence(long last, long end) implements Comparable<Silence> {
    @Override
    public int compareTo(Silence other) {
      int order = Long.compare(last, other.last);
      return order == 0 ? Long.compare(end, other.end) : order;
    }
  }

  /// {@return the series with their staleness markers}
  List<Series> marked(List<Series> series) {
    Map<Silence, Set<Labels>> silences = new TreeMap<>();
    for (Series one : series) {
      for (Silence silence : silences(one.samples())) {
        silences.computeIfAbsent(silence, _ -> new HashSet<>()).add(one.labels());
      }
    }
    Map<Labels, List<Long>> markers = new HashMap<>();
    silences.forEach((silence, members) -> find(silence, members, markers));
    return series.stream()
        .map(one -> marked(one, markers.getOrDefault(one.labels(), List.of())))
        .toList();
  }

  private List<Silence> silences(Samples samples) {
    long usual = usualDistance(samples);
    List<Silence> silences = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      boolean isLast = i + 1 == samples.size();
      long next = isLast ? range.last() + 1 : samples.time(i + 1);
      long end = Math.min(next - 1, samples.time(i) + Lookback.DEFAULT - 1);
      if (next - samples.time(i) > usual * UNUSUAL && end > samples.time(i)) {
        silences.add(new Silence(samples.time(i), end));
      }
    }
    return silences;
  }

  // The median: 0 where there are too few samples to tell, so that every one is suspect.
  private static long usualDistance(Samples samples) {
    if (samples.size() < 3) {
      return 0;
    }
    long[] distances = new long[samples.size() - 1];
    for (int i = 0; i < distances.length; i++) {
      distances[i] = samples.time(i + 1) - samples.time(i);
    }
    Arrays.sort(distances);
    return distances[distances.length / 2];
  }

  private void find(Silence silence, Set<Labels> members, Map<Labels, List<Long>> markers) {
    Set<Labels> ended = new HashSet<>(members);
    ended.removeAll(present(silence.end()));
    narrow(silence.last(), silence.end(), ended, markers);
  }

  /// Series that are there at one time and gone at a later one.
  private void narrow(long there, long gone, Set<Labels> members, Map<Labels, List<Long>> markers) {
    if (members.isEmpty()) {
      return;
    }
    if (gone - there == 1) {
      members.forEach(labels -> markers.computeIfAbsent(labels, _ -> new ArrayList<>()).add(gone));
      return;
    }
    long middle = there + (gone - there) / 2;
    Set<Labels> present = present(middle);
    Set<Labels> later = new HashSet<>();
    Set<Labels> earlier = new HashSet<>();
    for (Labels labels : members) {
      (present.contains(labels) ? later : earlier).add(labels);
    }
    narrow(middle, gone, later, markers);
    narrow(there, middle, earlier, markers);
  }

  private Set<Labels> present(long time) {
    return server.query(selector, time, Present::new).labels;
  }

  /// Takes the series that are there.
  private static final class Present implements SeriesSink {
    private final Set<Labels> labels = new HashSet<>();

    @Override
    public void series(Labels next) {
      labels.add(next);
    }

    @Override
    public void sample(long time, double value) {
      // That there is one is enough.
    }

    @Override
    public void histogram(long time) {
      // That there is one is enough.
    }
  }

  private static Series marked(Series series, List<Long> markers) {
    if (markers.isEmpty()) {
      return series;
    }
    Samples samples = series.samples();
    Samples marked = new Samples();
    int next = 0;
    for (int i = 0; i < samples.size(); i++) {
      marked.append(samples, i);
      if (next < markers.size()
          && (i + 1 == samples.size() || markers.get(next) < samples.time(i + 1))) {
        marked.append(markers.get(next++), StaleNaN.STALE_NAN);
      }
    }
    return new Series(series.labels(), marked);
  }
}
