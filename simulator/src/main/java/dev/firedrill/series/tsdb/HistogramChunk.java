package dev.firedrill.series.tsdb;

import dev.firedrill.histogram.CounterResetHint;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.series.Samples;

/// Decodes chunks of native histograms, with whole or with floating-point counts, with or without
/// the starts of counters.
final class HistogramChunk {
  private static final int HEADER = 3;
  private static final int GAUGE = 3;
  private static final int MOST_WITH_STARTS = 0x3fff;

  private final BitReader bits;
  private final HistogramLayout layout;
  private final StartTimes starts;
  private final HistogramNumbers numbers;
  private final CounterResetHint later;

  private HistogramChunk(
      BitReader bits, HistogramLayout layout, StartTimes starts, boolean floats, boolean gauge) {
    this.bits = bits;
    this.layout = layout;
    this.starts = starts;
    int positive = HistogramLayout.size(layout.positive());
    int negative = HistogramLayout.size(layout.negative());
    this.numbers =
        floats
            ? new FloatNumbers(bits, positive, negative)
            : new WholeNumbers(bits, positive, negative);
    this.later = gauge ? CounterResetHint.GAUGE : CounterResetHint.NOT_COUNTER_RESET;
  }

  /// {@return the samples of a chunk}
  ///
  /// @param floats whether counts are floating-point numbers
  /// @param withStarts whether the encoding has room for the starts of counters
  static Samples decode(byte[] bytes, int start, int end, boolean floats, boolean withStarts)
      throws DamagedException {
    if (end - start < HEADER) {
      throw new DamagedException("EOF: the chunk is too short for its header");
    }
    int number = (bytes[start] & 0xff) << 8 | (bytes[start + 1] & 0xff);
    int third = bytes[start + 2] & 0xff;
    int count = withStarts ? number & MOST_WITH_STARTS : number;
    if (count == 0) {
      return new Samples();
    }
    BitReader bits = new BitReader(bytes, start + HEADER, end);
    boolean gauge = (withStarts ? number >>> 14 : third >>> 6) == GAUGE;
    HistogramLayout layout = HistogramLayout.read(bits);
    StartTimes starts = new StartTimes(bits, withStarts ? third : 0);
    return new HistogramChunk(bits, layout, starts, floats, gauge).decode(count);
  }

  private Samples decode(int count) throws DamagedException {
    Samples samples = new Samples();
    long time = 0;
    long delta = 0;
    for (int i = 0; i < count; i++) {
      long before = time;
      if (i == 0) {
        time = bits.varbit();
        before = time;
      } else {
        delta += bits.varbit();
        time += delta;
      }
      numbers.read();
      long start = starts.read(i, before);
      bits.check();
      if (i > 0 && time <= before) {
        throw new DamagedException("times do not rise");
      }
      append(samples, time);
      samples.startLast(start);
    }
    return samples;
  }

  private void append(Samples samples, long time) {
    if (numbers.isStale()) {
      samples.append(time, StaleNaN.STALE_NAN);
    } else {
      samples.append(time, histogram(samples.isEmpty() ? first() : later));
    }
  }

  // A chunk's first histogram may or may not follow a reset, whatever the chunk's header says.
  private CounterResetHint first() {
    return later == CounterResetHint.GAUGE ? later : CounterResetHint.UNKNOWN;
  }

  private NativeHistogram histogram(CounterResetHint hint) {
    int positive = HistogramLayout.size(layout.positive());
    int negative = HistogramLayout.size(layout.negative());
    return layout.histogram(
        hint,
        numbers.zeros(),
        numbers.count(),
        numbers.sum(),
        numbers.buckets(0, positive),
        numbers.buckets(positive, negative));
  }
}
