package dev.firedrill.series.text;

import dev.firedrill.series.Samples;
import dev.firedrill.series.TimeRange;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A temporary file of samples for which there is no room in memory: 16 bytes each, time and value.
/// It is gone when the process is.
final class SampleSpill {
  /// How many samples are read at once.
  static final int MOST = 1 << 10;

  private static final int BYTES = 16;
  private static final int BUFFER = 1 << 18;

  private final FileChannel file;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
  private long written;

  private SampleSpill(FileChannel file) {
    this.file = file;
  }

  /// {@return an empty file}
  ///
  /// @throws IOException if it cannot be made
  static SampleSpill create() throws IOException {
    Path path = TemporaryFiles.create(".samples");
    return new SampleSpill(
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE));
  }

  /// Writes a stretch of samples.
  ///
  /// @param from the first of them
  /// @param to behind the last
  /// @return where they are
  /// @throws IOException if they cannot be written
  long write(long[] times, double[] values, int from, int to) throws IOException {
    long place = written + buffer.position();
    for (int i = from; i < to; i++) {
      if (buffer.remaining() < BYTES) {
        flush();
      }
      buffer.putLong(times[i]).putLong(Double.doubleToRawLongBits(values[i]));
    }
    return place;
  }

  /// Writes what is left in memory.
  ///
  /// @throws IOException if it cannot be written
  void flush() throws IOException {
    buffer.flip();
    try {
      while (buffer.hasRemaining()) {
        written += file.write(buffer, written);
      }
    } catch (IOException e) {
      throw TemporaryFiles.unwritable(e);
    }
    buffer.clear();
  }

  /// {@return those of some samples, written together in the order of time, that are in a stretch
  ///     of time; none may be left in memory}
  ///
  /// @param place where they are
  /// @param count how many there are, at most [#MOST]
  /// @throws IOException if they cannot be read
  synchronized Samples read(long place, int count, TimeRange range) throws IOException {
    buffer.limit(count * BYTES);
    while (buffer.hasRemaining()) {
      if (file.read(buffer, place + buffer.position()) < 0) {
        throw new EOFException("the temporary file of samples is cut short");
      }
    }
    buffer.clear();
    int from = 0;
    while (from < count && time(from) < range.first()) {
      from++;
    }
    int to = count;
    while (to > from && time(to - 1) > range.last()) {
      to--;
    }
    long[] times = new long[to - from];
    double[] values = new double[to - from];
    for (int i = from; i < to; i++) {
      times[i - from] = time(i);
      values[i - from] = Double.longBitsToDouble(buffer.getLong(i * BYTES + Long.BYTES));
    }
    return Samples.of(times, values);
  }

  private long time(int index) {
    return buffer.getLong(index * BYTES);
  }
}
