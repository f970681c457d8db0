package dev.firedrill.series.text;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/// A stream that tells how much of it has been read, buffer by buffer.
final class CountedStream extends FilterInputStream {
  private final LongConsumer progress;
  private long count;

  CountedStream(InputStream in, LongConsumer progress) {
    super(in);
    this.progress = progress;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int read = super.read(bytes, from, length);
    count(read);
    return read;
  }

  private void count(int read) {
    if (read > 0) {
      count += read;
      progress.accept(count);
    }
  }
}
