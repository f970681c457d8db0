package dev.firedrill.series.tsdb;

import io.airlift.compress.snappy.SnappyCompressor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/// Writes a segment of a log: records in fragments that stay within pages, as [WalSegments] reads
/// them.
final class LogSegment implements AutoCloseable {
  private static final int PAGE = 1 << 15;
  private static final int HEADER = 7;
  private static final int FULL = 1;
  private static final int FIRST = 2;
  private static final int MIDDLE = 3;
  private static final int LAST = 4;
  private static final int SNAPPY = 0x08;

  private final OutputStream out;
  private final SnappyCompressor compressor = new SnappyCompressor();
  private long size;

  /// @param out is closed with this
  LogSegment(OutputStream out) {
    this.out = out;
  }

  /// {@return how many bytes were written}
  long size() {
    return size;
  }

  /// Writes a record, packed where that makes it shorter.
  void write(byte[] record) throws IOException {
    byte[] packed = new byte[compressor.maxCompressedLength(record.length)];
    int length = compressor.compress(record, 0, record.length, packed, 0, packed.length);
    if (length < record.length) {
      write(packed, length, SNAPPY);
    } else {
      write(record, record.length, 0);
    }
  }

  private void write(byte[] bytes, int length, int packing) throws IOException {
    int from = 0;
    do {
      int room = room();
      if (room <= HEADER) {
        pad(room);
        room = PAGE;
      }
      int part = Math.min(room - HEADER, length - from);
      boolean last = from + part == length;
      int type = from == 0 ? (last ? FULL : FIRST) : (last ? LAST : MIDDLE);
      fragment(type | packing, bytes, from, part);
      from += part;
    } while (from < length);
  }

  private void fragment(int type, byte[] bytes, int from, int length) throws IOException {
    CRC32C sum = new CRC32C();
    sum.update(bytes, from, length);
    ByteBuffer header = ByteBuffer.allocate(HEADER);
    header.put((byte) type).putShort((short) length).putInt((int) sum.getValue());
    out.write(header.array());
    out.write(bytes, from, length);
    size += HEADER + length;
  }

  private int room() {
    return (int) (PAGE - size % PAGE);
  }

  private void pad(int bytes) throws IOException {
    out.write(new byte[bytes]);
    size += bytes;
  }

  /// Ends the segment with its page, as a server does that is stopped.
  @Override
  public void close() throws IOException {
    try (out) {
      if (size % PAGE != 0) {
        pad(room());
      }
    }
  }
}
