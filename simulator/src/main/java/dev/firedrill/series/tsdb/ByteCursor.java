package dev.firedrill.series.tsdb;

import java.nio.charset.StandardCharsets;

/// Reads the numbers and strings of storage files, in order, from a stretch of an array.
///
/// Fixed-width numbers are big-endian. Every length is compared with what is left before it is
/// used; a read beyond the end is damage.
final class ByteCursor {
  private final byte[] bytes;
  private final int end;
  private int position;

  ByteCursor(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  /// @param end the index after the last byte
  ByteCursor(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.position = start;
    this.end = end;
  }

  /// {@return the index in the array of the next byte}
  int position() {
    return position;
  }

  /// Goes on reading elsewhere.
  void moveTo(int index) throws DamagedException {
    if (index < 0 || index > end) {
      throw new DamagedException("invalid size");
    }
    position = index;
  }

  /// {@return the number of bytes left}
  int remaining() {
    return end - position;
  }

  /// {@return the next byte, 0 to 255}
  int u8() throws DamagedException {
    need(1);
    return bytes[position++] & 0xff;
  }

  /// {@return four bytes, unsigned}
  long u32() throws DamagedException {
    need(4);
    long value = (int) BigEndian.INT.get(bytes, position) & 0xffff_ffffL;
    position += 4;
    return value;
  }

  /// {@return eight bytes}
  long u64() throws DamagedException {
    need(8);
    long value = (long) BigEndian.LONG.get(bytes, position);
    position += 8;
    return value;
  }

  /// {@return a number of seven bits a byte, lowest first; all 64 bits may be used}
  long uvarint() throws DamagedException {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int next = u8();
      if (shift == 63 && next > 1) {
        break;
      }
      value |= (next & 0x7fL) << shift;
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

  /// {@return a number of things of which each takes some bytes, checked against what is left}
  ///
  /// @param size bytes that each takes at least
  int count(int size) throws DamagedException {
    long count = uvarint();
    if (count < 0 || count > remaining() / size) {
      throw new DamagedException("invalid size");
    }
    return (int) count;
  }

  /// {@return a text: its length in bytes as [#uvarint()], and the bytes as UTF-8}
  String string() throws DamagedException {
    int length = count(1);
    String text = new String(bytes, position, length, StandardCharsets.UTF_8);
    position += length;
    return text;
  }

  /// Goes over bytes.
  void skip(int count) throws DamagedException {
    need(count);
    position += count;
  }

  private void need(int count) throws DamagedException {
    if (count < 0 || count > end - position) {
      throw new DamagedException("invalid size");
    }
  }
}
