package dev.firedrill.series.text;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/// The unpacked bytes of a file; says which file it is that cannot be unpacked.
final class PackedStream extends FilterInputStream {
  private static final String WIDE =
      "its window is larger than 8 MiB: pack it again without --long and --ultra, or give it"
          + " unpacked as - on standard input (zstd -dc --long=31 FILE | firedrill ...)";

  private static final String CUT = "it ends in the middle";

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
    } catch (EOFException e) {
      throw unreadable(CUT, e);
    } catch (IOException | RuntimeException e) {
      // Unpackers throw whatever damage leads them to.
      String problem = e.getMessage() == null ? e.toString() : e.getMessage();
      boolean wide =
          problem.toLowerCase(Locale.ROOT).contains("windowsize")
              || problem.startsWith("Window size too large");
      boolean cut = problem.startsWith("Not enough input bytes");
      throw unreadable(wide ? WIDE : cut ? CUT : problem, e);
    }
  }

  private IOException unreadable(String problem, Exception cause) {
    return new IOException(path + ": cannot be read as " + packing + ": " + problem, cause);
  }
}
