package dev.firedrill.series.text;

import dev.firedrill.series.Samples;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A temporary file of samples for which there is no room in memory: 16 bytes each, time and value.
/// It is gone when the process is.
final class SampleSpill {
  private static final int BYTES = 16;
  private static final int BUFFER = 1 << 20;

  private final FileChannel file;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
  private long written;

  private SampleSpill(FileChannel file) {
    this.file = file;
  }

  /// {@return an empty file}
  ///
  /// @throws IOException if it cannot be made
  static SampleSpill create() throws IOException {
    Path path = Files.createTempFile("firedrill", ".samples");
    return new SampleSpill(
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE));
  }

  /// Writes samples.
  ///
  /// @return where they are
  /// @throws IOException if they cannot be written
  long write(Samples samples) throws IOException {
    long place = written + buffer.position();
    for (int i = 0; i < samples.size(); i++) {
      if (buffer.remaining() < BYTES) {
        flush();
      }
      buffer.putLong(samples.time(i)).putLong(Double.doubleToRawLongBits(samples.value(i)));
    }
    return place;
  }

  /// Writes what is left in memory.
  ///
  /// @throws IOException if it cannot be written
  void flush() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      written += file.write(buffer, written);
    }
    buffer.clear();
  }

  /// {@return samples that were written}
  ///
  /// @param place where they are
  /// @throws IOException if they cannot be read
  Samples read(long place, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count * BYTES);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, place + bytes.position()) < 0) {
        throw new EOFException("the temporary file of samples is cut short");
      }
    }
    bytes.flip();
    long[] times = new long[count];
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      times[i] = bytes.getLong();
      values[i] = Double.longBitsToDouble(bytes.getLong());
    }
    return Samples.of(times, values);
  }
}
