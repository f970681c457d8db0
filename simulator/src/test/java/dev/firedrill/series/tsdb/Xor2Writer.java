package dev.firedrill.series.tsdb;

import dev.firedrill.labels.StaleNaN;

/// Writes chunks of numbers in the encoding XOR2 as its description says, for tests to read back.
final class Xor2Writer {
  private final BitWriter out = new BitWriter();
  private final HistogramWriter.XorBits window = new HistogramWriter.XorBits(out);
  private long base;

  private Xor2Writer() {}

  /// {@return the bytes of a chunk}
  ///
  /// @param times strictly rising
  /// @param values raw bits
  /// @param starts of the counters, 0 where unknown
  /// @param header which samples say their starts
  static byte[] chunk(long[] times, long[] values, long[] starts, int header) {
    return new Xor2Writer().write(times, values, starts, header);
  }

  private byte[] write(long[] times, long[] values, long[] starts, int header) {
    out.bits(times.length, 16).bits(header, 8);
    HistogramWriter.StartBits startBits = new HistogramWriter.StartBits(out, header);
    for (int i = 0; i < times.length; i++) {
      if (i == 0) {
        out.varint(times[0]).bits(values[0], 64);
      } else if (i == 1) {
        out.uvarint(times[1] - times[0]);
        value(values[1]);
      } else {
        later(times[i] - 2 * times[i - 1] + times[i - 2], values[i]);
      }
      base = values[i] == StaleNaN.STALE_BITS ? base : values[i];
      startBits.write(i, times[Math.max(0, i - 1)], starts[i]);
    }
    return out.toBytes();
  }

  private void later(long change, long value) {
    if (change == 0 && value == StaleNaN.STALE_BITS) {
      out.bits(0b11111, 5);
    } else if (change == 0 && value == base) {
      out.bits(0, 1);
    } else if (change == 0) {
      out.bits(0b10, 2);
      window.writeChange(base ^ value);
    } else {
      change(change);
      value(value);
    }
  }

  private void change(long change) {
    if (change >= -4096 && change < 4096) {
      out.bits(0b110, 3).bits(change, 13);
    } else if (change >= -524_288 && change < 524_288) {
      out.bits(0b1110, 4).bits(change, 20);
    } else {
      out.bits(0b11110, 5).bits(change, 64);
    }
  }

  private void value(long value) {
    if (value == StaleNaN.STALE_BITS) {
      out.bits(0b111, 3);
    } else if (value == base) {
      out.bits(0, 1);
    } else {
      // 10 with the window there is, 110 with a new one.
      out.bits(1, 1);
      window.writeChange(base ^ value, true);
    }
  }
}
