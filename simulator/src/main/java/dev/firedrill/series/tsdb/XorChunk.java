package dev.firedrill.series.tsdb;

/// Decodes chunks of numbers in the encoding that Prometheus calls XOR: times as differences of
/// differences, values as what differs from the bits before (the Gorilla paper, Pelkonen and
/// others, VLDB 2015, with Prometheus's widths).
public final class XorChunk {
  /// How many bytes must follow a chunk in its array: decoding looks ahead.
  public static final int SLACK = 32;

  private static final int HEADER = 2;

  private XorChunk() {}

  /// {@return how many samples a chunk says that it has}
  ///
  /// @param start the index of its first byte
  /// @param end the index after its last byte
  /// @throws DamagedException if it is too short for the number
  public static int count(byte[] bytes, int start, int end) throws DamagedException {
    if (end - start < HEADER) {
      throw new DamagedException("EOF: the chunk is too short for its number of samples");
    }
    return (bytes[start] & 0xff) << 8 | (bytes[start + 1] & 0xff);
  }

  /// Decodes all samples of a chunk.
  ///
  /// @param bytes with the chunk and at least [#SLACK] bytes of anything after it
  /// @param start the index of its first byte
  /// @param end the index after its last byte
  /// @param times epoch milliseconds go here, from `at` on; long enough for [#count]
  /// @param values go here, from `at` on, raw bits kept
  /// @throws DamagedException if there are fewer bits than samples need, or times do not rise
  public static void decode(byte[] bytes, int start, int end, long[] times, double[] values, int at)
      throws DamagedException {
    int count = count(bytes, start, end);
    if (count == 0) {
      return;
    }
    BitReader first = new BitReader(bytes, start + HEADER, end);
    long time = first.varint();
    long value = first.bits(64);
    times[at] = time;
    values[at] = Double.longBitsToDouble(value);
    first.check();
    if (count > 1) {
      long delta = first.uvarint();
      first.check();
      if (delta <= 0) {
        throw new DamagedException("times do not rise");
      }
      long position = end * 8L - first.remaining();
      rest(bytes, position, end * 8L, new long[] {time, delta, value}, times, values, at, count);
    }
  }

  // The loop keeps everything in local variables: it is where reading recorded data spends its
  // time. `word` always starts at the bit to be read next and holds at least 57 bits.
  private static void rest(
      byte[] bytes,
      long from,
      long end,
      long[] state,
      long[] times,
      double[] values,
      int at,
      int count)
      throws DamagedException {
    long position = from;
    long time = state[0];
    long delta = state[1];
    long value = state[2];
    int leading = 0;
    int trailing = 0;
    for (int i = 1; i < count; i++) {
      long word = word(bytes, position);
      if (i > 1 && word < 0) {
        int ones = Math.min(4, Long.numberOfLeadingZeros(~word));
        int width = ones == 4 ? 64 : 11 + 3 * ones;
        int prefix = ones == 4 ? 4 : ones + 1;
        long coded;
        if (width == 64) {
          coded = bits(bytes, position + prefix, 64);
        } else {
          coded = word << prefix >>> (64 - width);
          coded = coded > 1L << (width - 1) ? coded - (1L << width) : coded;
        }
        delta += coded;
        position += prefix + width;
        word = word(bytes, position);
      } else if (i > 1) {
        position++;
        word <<= 1;
      }
      if (delta <= 0 || time + delta < time) {
        throw new DamagedException("times do not rise");
      }
      time += delta;
      if (word >= 0) {
        position++;
      } else {
        position += 2;
        if ((word & (1L << 62)) != 0) {
          leading = (int) (word << 2 >>> 59);
          int size = (int) (word << 7 >>> 58);
          size = size == 0 ? 64 : size;
          trailing = 64 - leading - size;
          position += 11;
          if (trailing < 0) {
            throw new DamagedException("a value has more than 64 bits");
          }
        }
        int size = 64 - leading - trailing;
        value ^= bits(bytes, position, size) << trailing;
        position += size;
      }
      if (position > end) {
        throw new DamagedException("EOF: the chunk ends within a sample");
      }
      times[at + i] = time;
      values[at + i] = Double.longBitsToDouble(value);
    }
  }

  // At least 57 bits from a position on, the highest first.
  private static long word(byte[] bytes, long position) {
    return (long) BigEndian.LONG.get(bytes, (int) (position >>> 3)) << (position & 7);
  }

  private static long bits(byte[] bytes, long position, int count) {
    int index = (int) (position >>> 3);
    int offset = (int) (position & 7);
    long word = (long) BigEndian.LONG.get(bytes, index) << offset;
    word |= (bytes[index + 8] & 0xffL) >>> (8 - offset);
    return word >>> (64 - count);
  }
}
