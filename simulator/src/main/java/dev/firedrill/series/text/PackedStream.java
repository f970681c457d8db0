package dev.firedrill.series.text;

import io.airlift.compress.MalformedInputException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// The unpacked bytes of a file; says which file it is that cannot be unpacked.
final class PackedStream extends FilterInputStream {
  private final String path;
  private final String packing;

  /// @param path what the message names
  /// @param packing the format, for people
  /// @param unpacked the stream that unpacks
  PackedStream(String path, String packing, InputStream unpacked) {
    super(unpacked);
    this.path = path;
    this.packing = packing;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int read = read(one, 0, 1);
    return read < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      return super.read(bytes, offset, length);
    } catch (IOException | MalformedInputException | IllegalArgumentException e) {
      throw new IOException(path + ": cannot be read as " + packing + ": " + e.getMessage(), e);
    }
  }
}
