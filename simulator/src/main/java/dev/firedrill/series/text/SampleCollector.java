package dev.firedrill.series.text;

import dev.firedrill.labels.Labels;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.series.TimeRange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gathers samples by the text that names their series, in any order of time. Where they are more
/// than there is room for, they go to a temporary file.
final class SampleCollector {
  /// Room for 64 MB of samples.
  static final long ROOM = 4_000_000;

  private final Map<SeriesKey, Gathered> byText = new HashMap<>();
  private final Map<Labels, Gathered> byLabels = new HashMap<>();
  private final long room;
  private @Nullable SampleSpill spill;
  private long gathered;
  private @Nullable SeriesKey lastKey;
  private @Nullable Gathered last;

  /// @param room how many samples are held in memory
  SampleCollector(long room) {
    this.room = room;
  }

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
    Gathered found = byLabels.computeIfAbsent(labels, unseen -> new Gathered(unseen));
    if (lastKey != null) {
      byText.put(lastKey, found);
    }
    last = found;
    return found;
  }

  /// {@return all series, sorted by labels}
  ///
  /// @throws IllegalStateException if they are not all in memory
  SeriesStore store() {
    if (spill != null) {
      throw new IllegalStateException("there are more samples than there is room for");
    }
    SeriesStore store = new SeriesStore();
    for (Gathered one : sorted()) {
      store.add(new Series(one.labels, one.samples()));
    }
    return store;
  }

  /// {@return all series, sorted by labels}
  ///
  /// @throws IOException if the temporary file cannot be written
  SeriesSource source() throws IOException {
    if (spill == null) {
      return store();
    }
    SampleSpill file = spill();
    List<SpilledSource.SpilledSeries> series = new ArrayList<>();
    for (Gathered one : sorted()) {
      one.spill(file);
      series.add(new SpilledSource.SpilledSeries(one.labels, one.pieces));
    }
    file.flush();
    return new SpilledSource(series, file);
  }

  private List<Gathered> sorted() {
    List<Gathered> sorted = new ArrayList<>(byLabels.values());
    sorted.sort(Comparator.comparing(one -> one.labels));
    return sorted;
  }

  /// Makes room where there is none left.
  ///
  /// @throws IOException if the temporary file cannot be written
  void makeRoom() throws IOException {
    if (gathered >= room) {
      SampleSpill file = spill();
      for (Gathered one : byLabels.values()) {
        one.spill(file);
      }
      gathered = 0;
    }
  }

  private SampleSpill spill() throws IOException {
    SampleSpill file = spill;
    if (file == null) {
      file = SampleSpill.create();
      spill = file;
    }
    return file;
  }

  /// The samples of one series.
  final class Gathered {
    private static final int FIRST_SIZE = 16;

    private final Labels labels;
    private final List<SpilledSource.Piece> pieces = new ArrayList<>(0);
    private long[] times = new long[FIRST_SIZE];
    private double[] values = new double[FIRST_SIZE];
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
      gathered++;
    }

    /// Adds many at once. Where samples are no longer held in memory, they go to the temporary file
    /// straight away.
    ///
    /// @param count how many of the times and values count
    /// @throws IOException if the temporary file cannot be written
    void addAll(long[] moreTimes, double[] moreValues, int count) throws IOException {
      SampleSpill file = spill;
      if (file != null && size == 0 && isRising(moreTimes, count)) {
        write(file, moreTimes, moreValues, count);
        return;
      }
      if (times.length - size < count) {
        times = Arrays.copyOf(times, size + count);
        values = Arrays.copyOf(values, size + count);
      }
      for (int i = 0; i < count; i++) {
        add(moreTimes[i], moreValues[i]);
      }
    }

    private static boolean isRising(long[] times, int count) {
      for (int i = 1; i < count; i++) {
        if (times[i] <= times[i - 1]) {
          return false;
        }
      }
      return true;
    }

    private void spill(SampleSpill file) throws IOException {
      if (size > 0) {
        if (!sorted) {
          Samples inOrder = samples();
          size = inOrder.size();
          for (int i = 0; i < size; i++) {
            times[i] = inOrder.time(i);
            values[i] = inOrder.value(i);
          }
        }
        write(file, times, values, size);
        times = new long[FIRST_SIZE];
        values = new double[FIRST_SIZE];
        size = 0;
        sorted = true;
      }
    }

    private void write(SampleSpill file, long[] rising, double[] theirs, int count)
        throws IOException {
      for (int from = 0; from < count; from += SampleSpill.MOST) {
        int to = Math.min(from + SampleSpill.MOST, count);
        TimeRange range = new TimeRange(rising[from], rising[to - 1]);
        long place = file.write(rising, theirs, from, to);
        pieces.add(new SpilledSource.Piece(place, to - from, range));
      }
    }

    /// The samples in the order of time; of several at one time the first.
    private Samples samples() {
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
