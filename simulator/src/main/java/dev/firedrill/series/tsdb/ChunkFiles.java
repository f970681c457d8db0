package dev.firedrill.series.tsdb;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The files with the chunks of a block.
final class ChunkFiles implements Closeable {
  private static final long MAGIC = 0x85BD40DDL;
  private static final int HEADER = 8;
  // length, encoding and checksum of a chunk take at most so many bytes
  private static final int MOST_FRAMING = 5 + 1 + 4;
  // what most chunks are shorter than
  private static final int CHUNK_GUESS = 1200;
  // Chunks of a series that are not further apart are read together.
  private static final int MOST_AT_ONCE = 1 << 20;

  // Prometheus ends chunks at a kilobyte or at 120 samples, of histograms with many buckets at
  // most.
  private static final int MOST_SIZE = 1 << 24;

  private final Path folder;
  private final List<StorageFile> files;
  private byte[] buffer = new byte[1 << 12];

  private ChunkFiles(Path folder, List<StorageFile> files) {
    this.folder = folder;
    this.files = files;
  }

  /// Opens the files of a folder.
  ///
  /// @param log told of files that are none of chunks; their chunks are missing
  /// @throws IOException if the folder cannot be read
  static ChunkFiles open(Path folder, DamageLog log) throws IOException {
    List<StorageFile> files = new ArrayList<>();
    for (Path path : Segments.in(folder)) {
      StorageFile file = StorageFile.open(path);
      files.add(file);
      try {
        checkHeader(file);
      } catch (DamagedException e) {
        log.add(path, 0, e.text());
      }
    }
    return new ChunkFiles(folder, files);
  }

  private static void checkHeader(StorageFile file) throws IOException, DamagedException {
    ByteCursor header = new ByteCursor(file.read(0, HEADER));
    long magic = header.u32();
    if (magic != MAGIC) {
      throw new DamagedException("invalid magic number %x".formatted(magic));
    }
    int version = header.u8();
    if (version != 1) {
      throw new DamagedException("invalid chunk format version " + version);
    }
  }

  /// Takes chunks that were read and have the right checksums.
  @FunctionalInterface
  interface Sink {
    /// Takes a chunk.
    ///
    /// @param chunk its index in the entry of the series
    /// @param bytes with the chunk and at least [XorChunk#SLACK] bytes after it, until it returns
    /// @param start the index of its first byte
    /// @param end the index after its last byte
    /// @throws DamagedException if the chunk is damaged all the same
    void take(int chunk, int encoding, byte[] bytes, int start, int end) throws DamagedException;
  }

  /// Reads chunks of a series that the index has in succession.
  ///
  /// @param from index of the first chunk
  /// @param to index after the last chunk
  /// @param sink gets the chunks, one after the other
  /// @param log told of chunks that are damaged
  /// @throws IOException if a file cannot be read
  void read(SeriesEntry entry, int from, int to, Sink sink, DamageLog log) throws IOException {
    int start = from;
    while (start < to) {
      int end = start + 1;
      while (end < to && together(entry.refs(), start, end)) {
        end++;
      }
      readTogether(entry, start, end, sink, log);
      start = end;
    }
  }

  private static boolean together(long[] refs, int first, int next) {
    long distance = refs[next] - refs[first];
    return refs[next] > refs[next - 1]
        && distance < MOST_AT_ONCE
        && refs[next] >>> 32 == refs[first] >>> 32;
  }

  private void readTogether(SeriesEntry entry, int from, int to, Sink sink, DamageLog log)
      throws IOException {
    long first = entry.refs()[from];
    long file = first >>> 32;
    if (file >= files.size()) {
      String missing = files.isEmpty() ? "there is no file with chunks; " : "";
      log.add(folder, 0, missing + "segment index %d out of range".formatted(file));
      return;
    }
    StorageFile segment = files.get((int) file);
    long base = first & 0xffff_ffffL;
    long wanted = (entry.refs()[to - 1] & 0xffff_ffffL) - base + CHUNK_GUESS;
    int length = fill(segment, base, wanted);
    for (int i = from; i < to; i++) {
      long place = entry.refs()[i] & 0xffff_ffffL;
      try {
        give(segment, place, (int) (place - base), length, i, sink);
      } catch (DamagedException e) {
        log.add(segment.path(), place, "a chunk of " + entry.labels() + ": " + e.text());
      }
    }
  }

  // Reads up to `wanted` bytes, fewer where the file ends, and says how many there are.
  private int fill(StorageFile file, long place, long wanted) throws IOException {
    int length = (int) Math.clamp(file.size() - place, 0, wanted);
    if (buffer.length < length + XorChunk.SLACK) {
      buffer = new byte[length + length / 2 + XorChunk.SLACK];
    }
    try {
      file.readInto(buffer, place, length);
      return length;
    } catch (DamagedException shorter) {
      return 0;
    }
  }

  private void give(StorageFile file, long place, int at, int length, int chunk, Sink sink)
      throws IOException, DamagedException {
    if (at > length) {
      throw new DamagedException(
          "segment doesn't include enough bytes to read the chunk size data field - required:%d,"
                  .formatted(place + 5)
              + " available:%d".formatted(file.size()));
    }
    ByteCursor cursor = new ByteCursor(buffer, at, length);
    long size = cursor.uvarint();
    int head = cursor.position() - at;
    long whole = head + 1 + size + 4;
    if (head > 5 || size < 0 || whole > file.size() - place) {
      throw new DamagedException(
          "segment doesn't include enough bytes to read the chunk - required:%d, available:%d"
              .formatted(place + whole, file.size()));
    }
    if (size > MOST_SIZE) {
      throw new DamagedException("a chunk of %d bytes".formatted(size));
    }
    if (at + whole <= length) {
      give(buffer, at + head, (int) size, chunk, sink);
      return;
    }
    byte[] own = new byte[(int) whole + MOST_FRAMING + XorChunk.SLACK];
    file.readInto(own, place, (int) whole);
    give(own, head, (int) size, chunk, sink);
  }

  private static void give(byte[] bytes, int at, int size, int chunk, Sink sink)
      throws DamagedException {
    int end = at + 1 + size;
    StorageFile.check(bytes, at, end, new ByteCursor(bytes, end, end + 4).u32());
    sink.take(chunk, bytes[at] & 0xff, bytes, at + 1, end);
  }

  @Override
  public void close() throws IOException {
    for (StorageFile file : files) {
      file.close();
    }
  }
}
