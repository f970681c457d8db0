package dev.firedrill.series;

import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Series in memory, to which samples are appended in the order of time.
///
/// Series are found by an inverted index: for each label the values, for each value the series that
/// have it. What a list of matchers selects is remembered, and only series added since are looked
/// at again. Series come in the order in which they were added.
public final class SeriesStore implements SeriesSource {
  private final List<Series> series = new ArrayList<>();
  private final Map<Labels, Series> byLabels = new HashMap<>();
  private final LabelIndex index = new LabelIndex();
  private final Map<List<LabelMatcher>, LabelIndex.Selection> selections = new HashMap<>();

  /// Adds a sample to the series of a label set, which is made where it is not there yet.
  ///
  /// @return false, and the sample is dropped, where the series has a sample at that time or later
  public boolean append(Labels labels, long time, double value) {
    Samples samples = samples(labels);
    if (!samples.isEmpty() && time <= samples.lastTime()) {
      return false;
    }
    samples.append(time, value);
    return true;
  }

  /// Adds a native histogram to the series of a label set, which is made where it is not there yet.
  ///
  /// Read back, it has the hint that Prometheus's storage gives: what is no gauge is known not to
  /// follow a reset, or nothing is known.
  ///
  /// @return false, and the sample is dropped, where the series has a sample at that time or later
  public boolean append(Labels labels, long time, NativeHistogram histogram) {
    Samples samples = samples(labels);
    if (!samples.isEmpty() && time <= samples.lastTime()) {
      return false;
    }
    samples.append(time, histogram.withHint(StoredHint.of(histogram, samples)));
    return true;
  }

  /// Adds a sample of another series as it is to the series of a label set.
  ///
  /// @return false, and the sample is dropped, where the series has a sample at that time or later
  public boolean append(Labels labels, Samples other, int index) {
    Samples samples = samples(labels);
    if (!samples.isEmpty() && other.time(index) <= samples.lastTime()) {
      return false;
    }
    samples.append(other, index);
    return true;
  }

  /// Adds a whole series, which gives back the memory that it had taken for more samples.
  ///
  /// @throws IllegalArgumentException if the label set is there already
  public void add(Series added) {
    if (byLabels.putIfAbsent(added.labels(), added) != null) {
      throw new IllegalArgumentException("series is there already: " + added.labels());
    }
    index.add(series.size(), added.labels());
    series.add(added);
    if (!added.samples().isEmpty()) {
      added.samples().trim();
    }
  }

  private Samples samples(Labels labels) {
    Series known = byLabels.get(labels);
    if (known == null) {
      known = new Series(labels, new Samples());
      add(known);
    }
    return known.samples();
  }

  /// {@return the series of a label set}
  public Optional<Series> get(Labels labels) {
    return Optional.ofNullable(byLabels.get(labels));
  }

  /// {@return the number of series}
  public int size() {
    return series.size();
  }

  /// {@return the labels of a series, by the number of series added before}
  public Labels labels(int index) {
    return series.get(index).labels();
  }

  /// {@return all series in the order in which they were added}
  public List<Series> all() {
    return List.copyOf(series);
  }

  /// {@return the number of samples of all series}
  public long sampleCount() {
    long count = 0;
    for (Series one : series) {
      count += one.samples().size();
    }
    return count;
  }

  // Many may read at a time once nothing is added any more.
  @Override
  public synchronized List<Series> select(List<LabelMatcher> matchers, TimeRange range) {
    LabelIndex.Selection selection =
        selections.computeIfAbsent(List.copyOf(matchers), index::selection);
    int[] found = selection.update();
    int count = selection.count();
    List<Series> selected = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Series one = series.get(found[i]);
      Samples samples = one.samples().between(range.first(), range.last());
      if (!samples.isEmpty()) {
        selected.add(new Series(one.labels(), samples));
      }
    }
    return selected;
  }

  @Override
  public Optional<TimeRange> extent() {
    return SeriesExtent.of(series);
  }
}
