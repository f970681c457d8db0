package dev.firedrill.series.text;

import dev.firedrill.labels.Labels;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gathers samples by the text that names their series, in any order of time.
final class SampleCollector {
  private final Map<SeriesKey, Gathered> byText = new HashMap<>();
  private final Map<Labels, Gathered> byLabels = new HashMap<>();
  private @Nullable SeriesKey lastKey;
  private @Nullable Gathered last;

  /// {@return what gathers the samples of the series that a text names; null for a new text}
  @Nullable Gathered find(byte[] bytes, int start, int end) {
    if (lastKey == null || !lastKey.is(bytes, start, end)) {
      lastKey = SeriesKey.of(bytes, start, end);
      last = byText.get(lastKey);
    }
    return last;
  }

  /// {@return what gathers the samples of the series that the text last asked for names}
  Gathered add(Labels labels) {
    Gathered gathered = byLabels.computeIfAbsent(labels, Gathered::new);
    if (lastKey != null) {
      byText.put(lastKey, gathered);
    }
    last = gathered;
    return gathered;
  }

  /// {@return all series, sorted by labels}
  SeriesStore store() {
    List<Gathered> sorted = new ArrayList<>(byLabels.values());
    sorted.sort(Comparator.comparing(gathered -> gathered.labels));
    SeriesStore store = new SeriesStore();
    for (Gathered gathered : sorted) {
      store.add(new Series(gathered.labels, gathered.samples()));
    }
    return store;
  }

  /// The samples of one series.
  static final class Gathered {
    private final Labels labels;
    private long[] times = new long[16];
    private double[] values = new double[16];
    private int size;
    private boolean sorted = true;

    Gathered(Labels labels) {
      this.labels = labels;
    }

    Labels labels() {
      return labels;
    }

    void add(long time, double value) {
      if (size == times.length) {
        times = Arrays.copyOf(times, size * 2);
        values = Arrays.copyOf(values, size * 2);
      }
      sorted &= size == 0 || time > times[size - 1];
      times[size] = time;
      values[size] = value;
      size++;
    }

    /// The samples in the order of time; of several at one time the first.
    Samples samples() {
      if (sorted) {
        return Samples.of(Arrays.copyOf(times, size), Arrays.copyOf(values, size));
      }
      Integer[] order = new Integer[size];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, Comparator.comparingLong(i -> times[i]));
      Samples samples = new Samples();
      for (int i : order) {
        if (times[i] > samples.lastTime()) {
          samples.append(times[i], values[i]);
        }
      }
      return samples;
    }
  }

  private static final class SeriesKey {
    private final byte[] bytes;
    private final int hash;

    private SeriesKey(byte[] bytes) {
      this.bytes = bytes;
      this.hash = Arrays.hashCode(bytes);
    }

    static SeriesKey of(byte[] bytes, int start, int end) {
      return new SeriesKey(Arrays.copyOfRange(bytes, start, end));
    }

    boolean is(byte[] other, int start, int end) {
      return Arrays.equals(bytes, 0, bytes.length, other, start, end);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof SeriesKey that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }
}
