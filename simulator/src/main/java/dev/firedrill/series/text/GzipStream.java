package dev.firedrill.series.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/// The unpacked bytes of one gzip member or of several; told of what follows the last.
///
/// The JDK takes a member whose header is damaged for the end of all, so that the rest would be
/// missing without a word. Padding with zeros is allowed, as gzip allows it.
final class GzipStream extends GZIPInputStream {
  private static final int TRAILER = 8;

  private boolean ended;

  /// Reads the header.
  ///
  /// @throws IOException if it is none
  GzipStream(InputStream in, int buffer) throws IOException {
    super(in, buffer);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    if (read < 0 && !ended) {
      ended = true;
      refuseRest();
    }
    return read;
  }

  private void refuseRest() throws IOException {
    for (int i = len - inf.getRemaining() + TRAILER; i < len; i++) {
      refuse(buf[i]);
    }
    for (int next = in.read(); next >= 0; next = in.read()) {
      refuse(next);
    }
  }

  private static void refuse(int rest) throws IOException {
    if (rest != 0) {
      throw new IOException("behind its end is something that is not gzip");
    }
  }
}
