package dev.firedrill.series.remote;

import io.airlift.compress.snappy.SnappyCompressor;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32C;

/// Messages as a server writes them.
final class Wire {
  private Wire() {}

  static byte[] real(int field, double value) {
    return ByteBuffer.allocate(9)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) (field << 3 | 1))
        .putDouble(value)
        .array();
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  static byte[] message(int field, byte[]... parts) {
    return new WireWriter().bytes(field, joined(parts)).toBytes();
  }

  static byte[] number(int field, long value) {
    return new WireWriter().number(field, value).toBytes();
  }

  static byte[] signed(int field, long value) {
    return number(field, value << 1 ^ value >> 63);
  }

  static byte[] label(String name, String value) {
    return new WireWriter().message(1, new WireWriter().text(1, name).text(2, value)).toBytes();
  }

  static byte[] frame(byte[] payload) {
    CRC32C sum = new CRC32C();
    sum.update(payload);
    byte[] length = new WireWriter().bytes(1, payload).toBytes();
    // The length as a varint is what stands between the tag and the payload.
    byte[] varint = Arrays.copyOfRange(length, 1, length.length - payload.length);
    byte[] checksum = ByteBuffer.allocate(4).putInt((int) sum.getValue()).array();
    return joined(varint, checksum, payload);
  }

  static byte[] snappy(byte[] plain) {
    SnappyCompressor snappy = new SnappyCompressor();
    byte[] packed = new byte[snappy.maxCompressedLength(plain.length)];
    return Arrays.copyOf(packed, snappy.compress(plain, 0, plain.length, packed, 0, packed.length));
  }
}
