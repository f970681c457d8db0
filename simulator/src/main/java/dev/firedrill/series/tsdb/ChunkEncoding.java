package dev.firedrill.series.tsdb;

import dev.firedrill.series.Samples;

/// How the samples of a chunk are written: Prometheus's `chunkenc` numbers.
public final class ChunkEncoding {
  /// Numbers, by [XorChunk].
  static final int XOR = 1;

  // Of Thanos, not of Prometheus.
  private static final int AGGREGATES = 0xff;

  // Histograms with the starts of counters keep two of the bits for something else.
  private static final int MOST_WITH_STARTS = 0x3fff;

  private ChunkEncoding() {}

  /// Decodes all samples of a chunk.
  ///
  /// @param encoding 1 XOR, 2 histograms, 3 float histograms, 4 XOR2, 5 and 6 histograms with the
  ///     starts of counters
  /// @param bytes with the chunk and at least [XorChunk#SLACK] bytes after it
  /// @param start the index of its first byte
  /// @param end the index after its last byte
  /// @throws DamagedException if no chunk is written like this
  public static Samples decode(int encoding, byte[] bytes, int start, int end)
      throws DamagedException {
    return switch (encoding) {
      case XOR -> xor(bytes, start, end);
      case 2 -> HistogramChunk.decode(bytes, start, end, false, false);
      case 3 -> HistogramChunk.decode(bytes, start, end, true, false);
      case 4 -> Xor2Chunk.decode(bytes, start, end);
      case 5 -> HistogramChunk.decode(bytes, start, end, false, true);
      case 6 -> HistogramChunk.decode(bytes, start, end, true, true);
      case AGGREGATES ->
          throw new DamagedException("a chunk of a block that Thanos downsampled has no samples");
      default -> throw new DamagedException("invalid chunk encoding " + encoding);
    };
  }

  /// {@return how many samples a chunk says it has}
  ///
  /// @throws DamagedException if it is too short to say so
  static int count(int encoding, byte[] bytes, int start, int end) throws DamagedException {
    if (end - start < 2) {
      throw new DamagedException("EOF: the chunk is too short for its header");
    }
    int count = (bytes[start] & 0xff) << 8 | (bytes[start + 1] & 0xff);
    return encoding == 5 || encoding == 6 ? count & MOST_WITH_STARTS : count;
  }

  private static Samples xor(byte[] bytes, int start, int end) throws DamagedException {
    int count = XorChunk.possibleCount(bytes, start, end);
    long[] times = new long[count];
    double[] values = new double[count];
    XorChunk.decode(bytes, start, end, times, values, 0);
    return Samples.of(times, values);
  }
}
