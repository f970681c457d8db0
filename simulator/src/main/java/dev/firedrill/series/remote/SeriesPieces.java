package dev.firedrill.series.remote;

import dev.firedrill.labels.Labels;
import dev.firedrill.series.SampleRuns;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Series that come in pieces.
final class SeriesPieces {
  private final Map<Labels, List<Samples>> pieces = new TreeMap<>();

  /// Adds a piece of a series.
  void add(Labels labels, Samples samples) {
    pieces.computeIfAbsent(labels, _ -> new ArrayList<>()).add(samples);
  }

  /// Adds a piece of each of some series.
  void addAll(List<Series> series) {
    for (Series one : series) {
      add(one.labels(), one.samples());
    }
  }

  /// {@return the whole series, sorted by labels}
  List<Series> joined() {
    List<Series> joined = new ArrayList<>();
    pieces.forEach((labels, samples) -> joined.add(new Series(labels, SampleRuns.joined(samples))));
    return joined;
  }
}
