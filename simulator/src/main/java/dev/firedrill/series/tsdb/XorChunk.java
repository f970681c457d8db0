package dev.firedrill.series.tsdb;

/// Decodes chunks of numbers in the encoding that Prometheus calls XOR: times as differences of
/// differences, values as what differs from the bits before (the Gorilla paper, Pelkonen and
/// others, VLDB 2015, with Prometheus's widths).
public final class XorChunk {
  /// How many bytes must follow a chunk in its array: decoding looks ahead.
  public static final int SLACK = 32;

  private static final int HEADER = 2;
  private static final String CUT = "EOF: the chunk ends within a sample";

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

  /// {@return how many samples a chunk says that it has}
  ///
  /// Every sample takes at least two bits, so a count alone cannot make us take much memory.
  ///
  /// @throws DamagedException if it is too short for so many
  static int possibleCount(byte[] bytes, int start, int end) throws DamagedException {
    int count = count(bytes, start, end);
    if (count > (end - start) * 4L) {
      throw new DamagedException(CUT);
    }
    return count;
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
    // The first time and value and the second distance are whole bytes each.
    BitReader head = new BitReader(bytes, start + HEADER, end);
    long time = head.varint();
    int place = end - (int) (head.remaining() >> 3);
    if (place + 8 > end) {
      throw new DamagedException(CUT);
    }
    long value = (long) BigEndian.LONG.get(bytes, place);
    times[at] = time;
    values[at] = Double.longBitsToDouble(value);
    if (count > 1) {
      BitReader second = new BitReader(bytes, place + 8, end);
      long delta = second.uvarint();
      second.check();
      long position = end * 8L - second.remaining();
      rest(bytes, position, end * 8L, new long[] {time, delta, value}, times, values, at, count);
    }
  }

  // The loop keeps everything in local variables: it is where reading recorded data spends its
  // time. Where samples come at a steady pace and a value fits, a sample takes one look at the
  // bytes. `word` starts at the bit to be read next and holds at least 56 bits.
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
    // The second sample has no difference of differences: it is as if there was a zero before it.
    long position = from - 1;
    long mask = Long.MAX_VALUE;
    long time = state[0];
    long delta = state[1];
    long value = state[2];
    // A window that was not told yet is as wide as a value.
    int size = 64;
    int trailing = 0;
    for (int i = 1; i < count; i++) {
      long word = word(bytes, position) & mask;
      mask = -1;
      if (word < 0) {
        int ones = Math.min(4, Long.numberOfLeadingZeros(~word));
        delta += change(bytes, position, word, ones);
        position += ones == 4 ? 4 + 64 : 12 + 4 * ones;
        word = word(bytes, position);
      } else {
        position++;
        word <<= 1;
      }
      if (time + delta <= time) {
        throw new DamagedException("times do not rise");
      }
      time += delta;
      if (word >= 0) {
        position++;
      } else {
        position += 2;
        if ((word & (1L << 62)) != 0) {
          size = (int) (word << 7 >>> 58);
          size = size == 0 ? 64 : size;
          trailing = 64 - (int) (word << 2 >>> 59) - size;
          position += 11;
          if (trailing < 0) {
            throw new DamagedException("a value has more than 64 bits");
          }
          value ^= bits(bytes, position, size) << trailing;
        } else if (size <= 54) {
          value ^= word << 2 >>> (64 - size) << trailing;
        } else {
          value ^= bits(bytes, position, size) << trailing;
        }
        position += size;
      }
      if (position > end) {
        throw new DamagedException(CUT);
      }
      times[at + i] = time;
      values[at + i] = Double.longBitsToDouble(value);
    }
  }

  // By how much the distance of samples changes, after so many ones.
  private static long change(byte[] bytes, long position, long word, int ones) {
    if (ones == 4) {
      return bits(bytes, position + 4, 64);
    }
    int width = 11 + 3 * ones;
    long coded = word << (ones + 1) >>> (64 - width);
    return coded > 1L << (width - 1) ? coded - (1L << width) : coded;
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
