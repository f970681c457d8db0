package dev.firedrill.series.tsdb;

import dev.firedrill.series.TimeRange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Reads the chunks of the head that a server has written to files: `chunks_head`.
///
/// The log has their samples, too, as long as nothing has happened to it; checkpoints of some
/// servers lack float histograms. Chunks of late samples are passed over: those that are not in
/// blocks yet are in their log.
final class HeadChunks {
  private static final long MAGIC = 0x0130BC91L;
  private static final int HEADER = 8;
  private static final int LATE = 0x80;
  // Reference, first and last time, encoding, a length of one byte, checksum.
  private static final int LEAST = 30;

  /// Takes chunks that have the right checksums.
  interface Sink {
    /// @param ref of the series, as logs have it
    /// @param range from the first to the last sample
    /// @param bytes with the chunk and at least [XorChunk#SLACK] bytes after it
    void chunk(long ref, TimeRange range, int encoding, byte[] bytes, int start, int end)
        throws DamagedException;
  }

  // Prometheus ends them at 128 MiB.
  private static final long MOST_SIZE = 1 << 28;

  private HeadChunks() {}

  /// Reads all files of a folder; none where there is no folder.
  ///
  /// @param log told of what is damaged; reading goes on with the next file
  /// @throws IOException if a file cannot be read
  static void read(Path folder, Sink sink, DamageLog log) throws IOException {
    List<Path> files = Segments.in(folder);
    for (int i = 0; i < files.size(); i++) {
      try (StorageFile file = StorageFile.open(files.get(i))) {
        boolean live = i == files.size() - 1;
        if (file.size() > MOST_SIZE) {
          throw new DamagedException("invalid size");
        }
        byte[] padded = new byte[(int) file.size() + XorChunk.SLACK];
        file.readInto(padded, 0, (int) file.size());
        read(file.path(), padded, live, sink, log);
      } catch (DamagedException e) {
        log.add(files.get(i), 0, e.text());
      }
    }
  }

  private static void read(Path path, byte[] padded, boolean live, Sink sink, DamageLog log)
      throws DamagedException {
    int end = padded.length - XorChunk.SLACK;
    int written = written(padded, end);
    if (live && written == 0) {
      return;
    }
    ByteCursor cursor = new ByteCursor(padded, 0, end);
    if (cursor.u32() != MAGIC) {
      throw new DamagedException("invalid magic number");
    }
    if (cursor.u8() != 1) {
      throw new DamagedException("invalid chunk format version");
    }
    cursor.moveTo(HEADER);
    while (cursor.position() < written) {
      int start = cursor.position();
      try {
        if (!chunk(cursor, padded, live ? written : end, sink)) {
          return;
        }
      } catch (DamagedException e) {
        log.add(path, start, "a chunk of the head: " + e.text());
        return;
      }
    }
  }

  // False at the end, and where a chunk is still being written: zeros follow what is there of it.
  private static boolean chunk(ByteCursor cursor, byte[] bytes, int written, Sink sink)
      throws DamagedException {
    int first = cursor.position();
    if (written - first < LEAST && written < bytes.length - XorChunk.SLACK) {
      return false;
    }
    long ref = cursor.u64();
    TimeRange range = new TimeRange(cursor.u64(), cursor.u64());
    int encoding = cursor.u8();
    if (ref == 0 && range.first() == 0 && range.last() == 0) {
      return false;
    }
    int length = cursor.count(1);
    int start = cursor.position();
    cursor.skip(length);
    if (cursor.position() > written) {
      return false;
    }
    StorageFile.check(bytes, first, start + length, cursor.u32());
    if ((encoding & LATE) == 0) {
      sink.chunk(ref, range, encoding, bytes, start, start + length);
    }
    return true;
  }

  // Files are made longer than they are, of zeros.
  private static int written(byte[] bytes, int end) {
    int written = end;
    while (written > 0 && bytes[written - 1] == 0) {
      written--;
    }
    return written;
  }
}
