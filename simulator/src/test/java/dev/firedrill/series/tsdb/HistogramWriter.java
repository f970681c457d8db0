package dev.firedrill.series.tsdb;

import dev.firedrill.histogram.BucketSpan;
import java.util.List;

/// Writes chunks of native histograms and of XOR2 as the description of the encodings says, for
/// tests to read back.
final class HistogramWriter {
  private static final int[] WIDTHS = {0, 3, 6, 9, 12, 18, 25, 56, 64};

  private final BitWriter out = new BitWriter();
  private final boolean floats;

  /// A histogram of a chunk.
  ///
  /// @param buckets those above zero, then those below: counts, for whole ones as differences
  /// @param stale whether it is a staleness marker, which has no buckets
  /// @param start when its counter started; 0 if unknown
  record Sample(
      long time, long count, long zeros, long sum, List<Long> buckets, boolean stale, long start) {
    Sample {
      buckets = List.copyOf(buckets);
    }
  }

  private HistogramWriter(boolean floats) {
    this.floats = floats;
  }

  /// {@return the bytes of a chunk in encoding 2 or 3, and 5 or 6 with starts}
  static byte[] chunk(
      boolean floats,
      boolean starts,
      int header,
      long[] bounds,
      List<BucketSpan> positive,
      List<BucketSpan> negative,
      List<Sample> samples) {
    HistogramWriter writer = new HistogramWriter(floats);
    writer.header(starts, header, samples);
    writer.layout(bounds, positive, negative);
    writer.samples(samples, starts);
    return writer.out.toBytes();
  }

  private void header(boolean starts, int header, List<Sample> samples) {
    if (starts) {
      out.bits(header, 2).bits(samples.size(), 14).bits(startsHeader(samples), 8);
    } else {
      out.bits(samples.size(), 16).bits(header, 2).bits(0, 6);
    }
  }

  // Whether the first sample has a start, and the first later one that has another.
  static int startsHeader(List<Sample> samples) {
    int header = samples.getFirst().start == 0 ? 0 : 0x80;
    for (int i = 1; i < Math.min(samples.size(), 128); i++) {
      if (samples.get(i).start != samples.getFirst().start) {
        return header | i;
      }
    }
    return header | (samples.size() > 127 ? 127 : 0);
  }

  private void layout(long[] bounds, List<BucketSpan> positive, List<BucketSpan> negative) {
    out.bits(bounds.length > 0 ? 0 : 116, 8);
    varbit(bounds.length > 0 ? -53 : 3);
    spans(positive);
    spans(negative);
    if (bounds.length > 0) {
      varbitUnsigned(bounds.length);
      for (long bound : bounds) {
        double value = Double.longBitsToDouble(bound);
        long code = Math.round(value * 1000) + 1;
        boolean plain = (code - 1) / 1000.0 == value && code > 0 && code < 1 << 25;
        varbitUnsigned(plain ? code : 0);
        if (!plain) {
          out.bits(bound, 64);
        }
      }
    }
  }

  private void spans(List<BucketSpan> spans) {
    varbitUnsigned(spans.size());
    for (BucketSpan span : spans) {
      varbitUnsigned(span.length());
      varbit(span.offset());
    }
  }

  private void samples(List<Sample> samples, boolean starts) {
    int fields = 2 + samples.getFirst().buckets.size();
    long[] before = new long[fields];
    long[] change = new long[fields];
    XorBits[] windows = new XorBits[fields + 1];
    for (int i = 0; i < windows.length; i++) {
      windows[i] = new XorBits(out);
    }
    StartBits startBits = new StartBits(out, startsHeader(samples));
    long delta = 0;
    for (int i = 0; i < samples.size(); i++) {
      Sample sample = samples.get(i);
      long last = i == 0 ? sample.time : samples.get(i - 1).time;
      varbit(i == 0 ? sample.time : sample.time - last - delta);
      delta = i == 0 ? 0 : sample.time - last;
      number(i, 0, sample.count, before, change, windows);
      number(i, 1, sample.zeros, before, change, windows);
      windows[fields].write(sample.sum);
      for (int b = 0; b < sample.buckets.size() && !sample.stale; b++) {
        number(i, b + 2, sample.buckets.get(b), before, change, windows);
      }
      if (starts) {
        startBits.write(i, last, sample.start);
      }
    }
  }

  private void number(
      int i, int field, long value, long[] before, long[] change, XorBits[] windows) {
    if (floats) {
      windows[field].write(value);
    } else if (i == 0) {
      if (field < 2) {
        varbitUnsigned(value);
      } else {
        varbit(value);
      }
    } else {
      long now = value - before[field];
      varbit(now - change[field]);
      change[field] = now;
    }
    before[field] = value;
  }

  private void varbit(long value) {
    varbit(out, value);
  }

  static void varbit(BitWriter out, long value) {
    int i = 0;
    while (i < 8 && !fits(value, WIDTHS[i])) {
      i++;
    }
    prefix(out, i);
    out.bits(value, WIDTHS[i]);
  }

  // The highest bit alone stands for plus two to its power.
  private static boolean fits(long value, int width) {
    long half = width == 0 ? 0 : 1L << (width - 1);
    return value == 0 || (width > 0 && value > -half && value <= half);
  }

  private void varbitUnsigned(long value) {
    int i = 0;
    while (i < 8 && (WIDTHS[i] == 0 ? value != 0 : value >>> WIDTHS[i] != 0)) {
      i++;
    }
    prefix(out, i);
    out.bits(value, WIDTHS[i]);
  }

  private static void prefix(BitWriter out, int ones) {
    for (int i = 0; i < ones; i++) {
      out.bits(1, 1);
    }
    if (ones < 8) {
      out.bits(0, 1);
    }
  }

  /// Starts of counters, as they follow samples.
  static final class StartBits {
    private final BitWriter out;
    private final int header;
    private long difference;

    StartBits(BitWriter out, int header) {
      this.out = out;
      this.header = header;
    }

    /// @param before the time of the sample before, or of this one where it is the first
    void write(int index, long before, long start) {
      int first = header & 0x7f;
      if (index == 0 && (header & 0x80) != 0) {
        out.varint(before - start);
      } else if (index > 0 && first > 0 && index >= first) {
        long now = before - start;
        varbit(out, index == first ? now : now - difference);
        difference = now;
      }
    }
  }

  /// A number by the bits that change.
  static final class XorBits {
    private final BitWriter out;
    private long before;
    private int leading = -1;
    private int trailing;
    private boolean started;

    XorBits(BitWriter out) {
      this.out = out;
    }

    void write(long value) {
      if (!started) {
        started = true;
        out.bits(value, 64);
      } else if (value == before) {
        out.bits(0, 1);
      } else {
        out.bits(1, 1);
        writeChange(before ^ value);
      }
      before = value;
    }

    /// Writes whether there is a new window, and the bits that change.
    void writeChange(long changed) {
      writeChange(changed, false);
    }

    /// Writes the same.
    ///
    /// @param closed whether a zero ends what says that the window is new
    void writeChange(long changed, boolean closed) {
      int zerosBefore = Math.min(31, Long.numberOfLeadingZeros(changed));
      int zerosAfter = Long.numberOfTrailingZeros(changed);
      boolean reuses = reuses(changed);
      out.bits(reuses ? 0 : 1, 1);
      if (!reuses) {
        out.bits(0, closed ? 1 : 0);
        leading = zerosBefore;
        trailing = zerosAfter;
        out.bits(leading, 5).bits(64 - leading - trailing, 6);
      }
      out.bits(changed >>> trailing, 64 - leading - trailing);
    }

    private boolean reuses(long changed) {
      return leading >= 0
          && Long.numberOfLeadingZeros(changed) >= leading
          && Long.numberOfTrailingZeros(changed) >= trailing;
    }
  }
}
