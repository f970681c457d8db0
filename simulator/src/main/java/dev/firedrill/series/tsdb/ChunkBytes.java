package dev.firedrill.series.tsdb;

import java.io.IOException;

/// Where chunks are read to that are decoded together, one read after the other.
final class ChunkBytes {
  private byte[] array = new byte[1 << 12];

  /// Reads bytes of a file.
  ///
  /// @param place of the first
  /// @param wanted how many; fewer are read where the file ends
  /// @return how many there are now, from index 0 on
  /// @throws IOException if the file cannot be read
  int fill(StorageFile file, long place, long wanted) throws IOException {
    int length = (int) Math.clamp(file.size() - place, 0, wanted);
    if (array.length < length + XorChunk.SLACK) {
      array = new byte[length + length / 2 + XorChunk.SLACK];
    }
    try {
      file.readInto(array, place, length);
      return length;
    } catch (DamagedException shorter) {
      return 0;
    }
  }

  /// {@return what was read, and at least [XorChunk#SLACK] bytes after it, until the next read}
  byte[] array() {
    return array;
  }
}
