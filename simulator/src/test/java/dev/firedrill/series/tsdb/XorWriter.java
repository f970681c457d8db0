package dev.firedrill.series.tsdb;

/// Writes chunks of numbers as the description of the encoding says, for tests to read back.
public final class XorWriter {
  private static final int[] WIDTHS = {14, 17, 20};

  private XorWriter() {}

  /// {@return the bytes of a chunk}
  ///
  /// @param times strictly rising
  /// @param values raw bits
  public static byte[] chunk(long[] times, long[] values) {
    BitWriter out = new BitWriter().bits(times.length, 16);
    int leading = -1;
    int trailing = 0;
    for (int i = 0; i < times.length; i++) {
      if (i == 0) {
        out.varint(times[0]).bits(values[0], 64);
        continue;
      }
      long delta = times[i] - times[i - 1];
      if (i == 1) {
        out.uvarint(delta);
      } else {
        writeChange(out, delta - (times[i - 1] - times[i - 2]));
      }
      long changed = values[i] ^ values[i - 1];
      if (changed == 0) {
        out.bits(0, 1);
        continue;
      }
      int zerosBefore = Math.min(31, Long.numberOfLeadingZeros(changed));
      int zerosAfter = Long.numberOfTrailingZeros(changed);
      if (leading >= 0 && zerosBefore >= leading && zerosAfter >= trailing) {
        out.bits(0b10, 2);
      } else {
        leading = zerosBefore;
        trailing = zerosAfter;
        out.bits(0b11, 2).bits(leading, 5).bits(64 - leading - trailing, 6);
      }
      out.bits(changed >>> trailing, 64 - leading - trailing);
    }
    return out.toBytes();
  }

  private static void writeChange(BitWriter out, long change) {
    if (change == 0) {
      out.bits(0, 1);
      return;
    }
    for (int i = 0; i < WIDTHS.length; i++) {
      long limit = 1L << (WIDTHS[i] - 1);
      if (change > -limit && change <= limit) {
        out.bits((1L << (i + 2)) - 2, i + 2).bits(change, WIDTHS[i]);
        return;
      }
    }
    out.bits(0b1111, 4).bits(change, 64);
  }
}
