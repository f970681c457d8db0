package dev.firedrill.series.tsdb;

import io.airlift.compress.Compressor;
import io.airlift.compress.snappy.SnappyCompressor;
import io.airlift.compress.zstd.ZstdCompressor;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/// Writes a segment of a log as its description says, for tests to read back.
final class WalWriter {
  private static final int PAGE = 1 << 15;
  private static final int HEADER = 7;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /// How records are packed.
  enum Packing {
    NONE(0),
    SNAPPY(0x08),
    ZSTD(0x10);

    private final int bit;

    Packing(int bit) {
      this.bit = bit;
    }

    private byte[] pack(byte[] record) {
      return switch (this) {
        case NONE -> record;
        case SNAPPY -> pack(record, new SnappyCompressor());
        case ZSTD -> pack(record, new ZstdCompressor());
      };
    }

    private static byte[] pack(byte[] record, Compressor compressor) {
      byte[] packed = new byte[compressor.maxCompressedLength(record.length)];
      int length = compressor.compress(record, 0, record.length, packed, 0, packed.length);
      return Arrays.copyOf(packed, length);
    }
  }

  /// {@return a segment}
  ///
  /// @param records each with its packing
  static byte[] segment(List<byte[]> records, List<Packing> packings) {
    WalWriter writer = new WalWriter();
    for (int i = 0; i < records.size(); i++) {
      writer.write(packings.get(i % packings.size()), records.get(i));
    }
    return writer.out.toByteArray();
  }

  private void write(Packing packing, byte[] record) {
    byte[] packed = packing.pack(record);
    int from = 0;
    do {
      int room = PAGE - out.size() % PAGE;
      if (room <= HEADER) {
        out.writeBytes(new byte[room]);
        room = PAGE;
      }
      int length = Math.min(room - HEADER, packed.length - from);
      boolean first = from == 0;
      boolean last = from + length == packed.length;
      int type = first ? (last ? 1 : 2) : (last ? 4 : 3);
      fragment(type | packing.bit, Arrays.copyOfRange(packed, from, from + length));
      from += length;
    } while (from < packed.length);
  }

  private void fragment(int type, byte[] bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    ByteBuffer header = ByteBuffer.allocate(HEADER);
    header.put((byte) type).putShort((short) bytes.length).putInt((int) sum.getValue());
    out.writeBytes(header.array());
    out.writeBytes(bytes);
  }
}
