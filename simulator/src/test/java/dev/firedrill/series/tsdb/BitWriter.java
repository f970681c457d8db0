package dev.firedrill.series.tsdb;

import java.io.ByteArrayOutputStream;

/// Writes bits, the highest of each byte first.
final class BitWriter {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int pending;
  private int count;

  BitWriter bits(long value, int width) {
    for (int i = width - 1; i >= 0; i--) {
      pending = (pending << 1) | (int) ((value >>> i) & 1);
      if (++count == 8) {
        bytes.write(pending);
        pending = 0;
        count = 0;
      }
    }
    return this;
  }

  BitWriter uvarint(long value) {
    long left = value;
    while (left < 0 || left >= 0x80) {
      bits((left & 0x7f) | 0x80, 8);
      left >>>= 7;
    }
    return bits(left, 8);
  }

  BitWriter varint(long value) {
    return uvarint((value << 1) ^ (value >> 63));
  }

  byte[] toBytes() {
    if (count > 0) {
      bits(0, 8 - count);
    }
    return bytes.toByteArray();
  }
}
