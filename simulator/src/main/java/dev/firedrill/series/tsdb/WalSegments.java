package dev.firedrill.series.tsdb;

import io.airlift.compress.MalformedInputException;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the records of a log from its segments: Prometheus's `wlog`.
///
/// A segment is a sequence of pages, a record one or more fragments, none across a page's end and
/// none across a segment's. The last segment may end anywhere, because it may still be written.
final class WalSegments {
  private static final int PAGE = 1 << 15;
  private static final int HEADER = 7;
  private static final int SNAPPY = 0x08;
  private static final int ZSTD = 0x10;
  // No record of Prometheus's is near this size; a declared one beyond it is damage.
  private static final long MOST_UNPACKED = 1 << 28;

  /// Takes a record.
  interface RecordSink {
    /// @param record unpacked
    /// @throws DamagedException if it cannot be read; the next one is read all the same
    void accept(byte[] record) throws DamagedException;
  }

  private enum Part {
    REST_OF_PAGE,
    FULL,
    FIRST,
    MIDDLE,
    LAST
  }

  private final RecordSink sink;
  private final DamageLog log;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private boolean started;

  private WalSegments(RecordSink sink, DamageLog log) {
    this.sink = sink;
    this.log = log;
  }

  /// Reads all records of segments.
  ///
  /// @param live whether the last segment may still be written, so that its end is no damage
  /// @param log told of what is damaged; reading goes on with the next page
  /// @throws IOException if a file cannot be read
  static void read(List<Path> segments, boolean live, RecordSink sink, DamageLog log)
      throws IOException {
    for (int i = 0; i < segments.size(); i++) {
      boolean last = i == segments.size() - 1;
      long number = Segments.number(segments.get(i));
      if (i > 0 && number != Segments.number(segments.get(i - 1)) + 1) {
        log.add(segments.get(i), 0, "segments are not sequential");
      }
      new WalSegments(sink, log).read(segments.get(i), last && live);
    }
  }

  private void read(Path path, boolean live) throws IOException {
    byte[] page = new byte[PAGE];
    try (StorageFile file = StorageFile.open(path)) {
      for (long start = 0; start < file.size(); start += PAGE) {
        int length = (int) Math.min(PAGE, file.size() - start);
        try {
          file.readInto(page, start, length);
          Arrays.fill(page, length, PAGE, (byte) 0);
          readPage(path, page, start, length, live && start + PAGE >= file.size());
        } catch (DamagedException e) {
          dropPending();
          log.add(path, start, e.text());
        }
      }
    }
    if (started && !live) {
      log.add(path, Files.size(path), "last record is torn");
    }
  }

  // A page that is still written may end within a fragment of which the rest will come.
  private void readPage(Path path, byte[] page, long start, int length, boolean growing)
      throws DamagedException {
    int position = 0;
    while (position + HEADER <= length) {
      int type = page[position] & 0xff;
      if ((type & 7) == 0) {
        checkZeros(page, position, length);
        return;
      }
      int size = (page[position + 1] & 0xff) << 8 | (page[position + 2] & 0xff);
      int body = position + HEADER;
      if (size > PAGE - HEADER) {
        throw new DamagedException("invalid record size " + size);
      }
      if (body + size > length) {
        if (growing) {
          return;
        }
        throw new DamagedException("last record is torn");
      }
      StorageFile.check(page, body, body + size, new ByteCursor(page, position + 3, body).u32());
      byte @Nullable [] record = record(type, page, body, size);
      if (record != null) {
        deliver(record, path, start + position);
      }
      position = body + size;
    }
  }

  private static void checkZeros(byte[] page, int from, int to) throws DamagedException {
    for (int i = from; i < to; i++) {
      if (page[i] != 0) {
        throw new DamagedException("unexpected non-zero byte in padded page");
      }
    }
  }

  private void deliver(byte[] record, Path path, long offset) {
    try {
      sink.accept(record);
    } catch (DamagedException e) {
      log.add(path, offset, "a record: " + e.text());
    }
  }

  // The whole record, once its last fragment is there.
  private byte @Nullable [] record(int type, byte[] page, int body, int size)
      throws DamagedException {
    int number = type & 7;
    if (number >= Part.values().length) {
      throw new DamagedException("unexpected record type " + number);
    }
    Part part = Part.values()[number];
    boolean opens = part == Part.FULL || part == Part.FIRST;
    if (opens == started) {
      dropPending();
      throw new DamagedException(
          "unexpected " + part.name().toLowerCase(java.util.Locale.ROOT) + " record");
    }
    pending.write(page, body, size);
    started = part == Part.FIRST || part == Part.MIDDLE;
    if (started) {
      return null;
    }
    byte[] whole = pending.toByteArray();
    dropPending();
    return unpacked(type, whole);
  }

  private void dropPending() {
    pending.reset();
    started = false;
  }

  private static byte[] unpacked(int type, byte[] packed) throws DamagedException {
    try {
      return switch (type & (SNAPPY | ZSTD)) {
        case 0 -> packed;
        case SNAPPY -> snappy(packed);
        case ZSTD -> zstd(packed);
        default -> throw new DamagedException("unknown compression of a record");
      };
    } catch (MalformedInputException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new DamagedException("a record cannot be unpacked: " + e.getMessage());
    }
  }

  private static byte[] snappy(byte[] packed) throws DamagedException {
    byte[] whole = new byte[limited(SnappyDecompressor.getUncompressedLength(packed, 0))];
    int size =
        new SnappyDecompressor().decompress(packed, 0, packed.length, whole, 0, whole.length);
    return Arrays.copyOf(whole, size);
  }

  private static byte[] zstd(byte[] packed) throws DamagedException {
    long size = ZstdDecompressor.getDecompressedSize(packed, 0, packed.length);
    byte[] whole = new byte[limited(size < 0 ? packed.length * 64L + PAGE : size)];
    int read = new ZstdDecompressor().decompress(packed, 0, packed.length, whole, 0, whole.length);
    return Arrays.copyOf(whole, read);
  }

  private static int limited(long size) throws DamagedException {
    if (size < 0 || size > MOST_UNPACKED) {
      throw new DamagedException("a record unpacks to " + size + " bytes");
    }
    return (int) size;
  }
}
