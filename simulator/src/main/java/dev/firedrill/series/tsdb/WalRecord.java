package dev.firedrill.series.tsdb;

import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.Labels;
import dev.firedrill.series.TimeRange;

/// The types of records that a log has, by their first byte: Prometheus's `record`.
final class WalRecord {
  static final int SERIES = 1;
  static final int SAMPLES = 2;
  static final int TOMBSTONES = 3;
  static final int HISTOGRAMS = 7;
  static final int FLOAT_HISTOGRAMS = 8;
  static final int CUSTOM_HISTOGRAMS = 9;
  static final int CUSTOM_FLOAT_HISTOGRAMS = 10;
  static final int SAMPLES_V2 = 11;
  static final int HISTOGRAMS_V2 = 12;
  static final int FLOAT_HISTOGRAMS_V2 = 13;

  private WalRecord() {}

  /// Takes what records hold.
  interface Sink {
    /// A series that later records name by a number.
    void series(long ref, Labels labels);

    /// A number.
    ///
    /// @param time epoch milliseconds
    /// @param start of the counter, in epoch milliseconds; 0 where not known
    void sample(long ref, long time, double value, long start);

    /// A native histogram.
    ///
    /// @param time epoch milliseconds
    /// @param start of the counter, in epoch milliseconds; 0 where not known
    void histogram(long ref, long time, NativeHistogram histogram, long start);

    /// Samples deleted.
    ///
    /// @param range both ends included
    void tombstone(long ref, TimeRange range);
  }

  /// Reads a record; those of types that say nothing of samples are passed over. Prometheus passes
  /// over unknown ones as well, but then says nothing of what may be missing.
  ///
  /// @throws DamagedException if it ends within an item
  static void read(byte[] record, Sink sink) throws DamagedException {
    if (record.length == 0) {
      return;
    }
    ByteCursor cursor = new ByteCursor(record, 1, record.length);
    switch (record[0]) {
      case SERIES -> series(cursor, sink);
      case TOMBSTONES -> tombstones(cursor, sink);
      case SAMPLES -> items(cursor, (ref, time) -> sample(cursor, ref, time, 0, sink));
      case HISTOGRAMS, CUSTOM_HISTOGRAMS ->
          items(cursor, (ref, time) -> histogram(cursor, ref, time, 0, false, sink));
      case FLOAT_HISTOGRAMS, CUSTOM_FLOAT_HISTOGRAMS ->
          items(cursor, (ref, time) -> histogram(cursor, ref, time, 0, true, sink));
      case SAMPLES_V2 ->
          timedItems(cursor, (ref, time, start) -> sample(cursor, ref, time, start, sink));
      case HISTOGRAMS_V2 ->
          timedItems(
              cursor, (ref, time, start) -> histogram(cursor, ref, time, start, false, sink));
      case FLOAT_HISTOGRAMS_V2 ->
          timedItems(cursor, (ref, time, start) -> histogram(cursor, ref, time, start, true, sink));
      default -> {
        if (record[0] < 0 || record[0] > FLOAT_HISTOGRAMS_V2) {
          throw new DamagedException("unknown record type " + (record[0] & 0xff));
        }
      }
    }
  }

  private static void series(ByteCursor cursor, Sink sink) throws DamagedException {
    while (cursor.remaining() > 0) {
      long ref = cursor.u64();
      String[] labels = new String[cursor.count(2) * 2];
      for (int i = 0; i < labels.length; i++) {
        labels[i] = cursor.string();
      }
      sink.series(ref, Labels.of(labels));
    }
  }

  private static void tombstones(ByteCursor cursor, Sink sink) throws DamagedException {
    while (cursor.remaining() > 0) {
      long ref = cursor.u64();
      sink.tombstone(ref, new TimeRange(cursor.varint(), cursor.varint()));
    }
  }

  private interface Item {
    void read(long ref, long time) throws DamagedException;
  }

  private static void items(ByteCursor cursor, Item item) throws DamagedException {
    if (cursor.remaining() == 0) {
      return;
    }
    long ref = cursor.u64();
    long time = cursor.u64();
    while (cursor.remaining() > 0) {
      item.read(ref + cursor.varint(), possible(time + cursor.varint()));
    }
  }

  private static long possible(long time) throws DamagedException {
    if (!TimeRange.holds(time)) {
      throw new DamagedException("the time of a sample is out of range");
    }
    return time;
  }

  private interface TimedItem {
    void read(long ref, long time, long start) throws DamagedException;
  }

  // Numbers of series are told by the one before, times and starts by the first.
  private static void timedItems(ByteCursor cursor, TimedItem item) throws DamagedException {
    if (cursor.remaining() == 0) {
      return;
    }
    long ref = cursor.varint();
    long firstTime = cursor.varint();
    long firstStart = cursor.varint();
    long start = firstStart;
    item.read(ref, possible(firstTime), start);
    while (cursor.remaining() > 0) {
      ref += cursor.varint();
      long time = possible(firstTime + cursor.varint());
      start =
          switch (cursor.u8()) {
            case 0 -> 0;
            case 1 -> start;
            default -> firstStart + cursor.varint();
          };
      item.read(ref, time, start);
    }
  }

  private static void sample(ByteCursor cursor, long ref, long time, long start, Sink sink)
      throws DamagedException {
    sink.sample(ref, time, Double.longBitsToDouble(cursor.u64()), start);
  }

  private static void histogram(
      ByteCursor cursor, long ref, long time, long start, boolean floats, Sink sink)
      throws DamagedException {
    sink.histogram(ref, time, WalHistogram.read(cursor, floats), start);
  }
}
