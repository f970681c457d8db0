package dev.firedrill.series.tsdb;

/// Reads the bits of a chunk, the highest of each byte first.
///
/// Prometheus's `bstream` and `varbit`. Bits beyond the end read as zero until [#check()] is asked,
/// so that decoders need to ask once a sample only.
final class BitReader {
  private final byte[] bytes;
  private final long end;
  private long position;

  /// @param start the index of the first byte
  /// @param end the index after the last byte
  BitReader(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.position = start * 8L;
    this.end = end * 8L;
  }

  /// {@return the next bit}
  boolean bit() {
    return bits(1) != 0;
  }

  /// {@return the next bits as an unsigned number}
  ///
  /// @param count 0 to 64
  long bits(int count) {
    long value = 0;
    int left = count;
    while (left > 0) {
      int offset = (int) (position & 7);
      int taken = Math.min(8 - offset, left);
      int chosen = (octet() >>> (8 - offset - taken)) & ((1 << taken) - 1);
      value = (value << taken) | chosen;
      position += taken;
      left -= taken;
    }
    return value;
  }

  private int octet() {
    return position < end ? bytes[(int) (position >>> 3)] : 0;
  }

  /// {@return the next bits as a signed number: two's complement}
  long twosComplement(int count) {
    return bits(count) << (64 - count) >> (64 - count);
  }

  /// {@return the next bits as a signed number in the form that Prometheus's first encodings use:
  ///     the highest bit alone stands for plus two to its power}
  long signed(int count) {
    long value = bits(count);
    return count < 64 && value > 1L << (count - 1) ? value - (1L << count) : value;
  }

  /// {@return how many of the next bits are ones before a zero, which is read too, or before
  ///     `most` have been read}
  int ones(int most) {
    int count = 0;
    while (count < most && bit()) {
      count++;
    }
    return count;
  }

  /// {@return a number of seven bits a byte, lowest first}
  long uvarint() throws DamagedException {
    long value = 0;
    for (int shift = 0; shift < 70; shift += 7) {
      long next = bits(8);
      if (shift == 63 && next > 1) {
        break;
      }
      value |= (next & 0x7f) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new DamagedException("a variable-length number does not fit into 64 bits");
  }

  /// {@return a signed number: the lowest bit of a [#uvarint()] is the sign}
  long varint() throws DamagedException {
    long coded = uvarint();
    return (coded >>> 1) ^ -(coded & 1);
  }

  private static final int[] WIDTHS = {0, 3, 6, 9, 12, 18, 25, 56, 64};

  /// {@return a signed number whose width is told by ones before it}
  long varbit() {
    int width = WIDTHS[ones(8)];
    return width == 0 ? 0 : signed(width);
  }

  /// {@return an unsigned number whose width is told by ones before it}
  long varbitUnsigned() {
    return bits(WIDTHS[ones(8)]);
  }

  /// {@return the number of bits left; negative where more were read than there are}
  long remaining() {
    return end - position;
  }

  /// @throws DamagedException if more bits were read than there are
  void check() throws DamagedException {
    if (position > end) {
      throw new DamagedException("EOF: the chunk ends within a sample");
    }
  }
}
