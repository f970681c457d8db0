package dev.firedrill.series.text;

import io.airlift.compress.zstd.ZstdInputStream;
import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/// How recordings are packed: `.gz` and `.zst`.
public enum Packing {
  /// Not at all.
  PLAIN(""),
  /// By gzip.
  GZIP(".gz"),
  /// By zstd.
  ZSTD(".zst");

  private static final int BUFFER = 1 << 16;
  private static final int[] GZIP_MAGIC = {0x1f, 0x8b};
  private static final int[] ZSTD_MAGIC = {0x28, 0xb5, 0x2f, 0xfd};

  private static final int[] NOTHING = {-1};

  // What pzstd begins with: a frame that is to be skipped.
  private static final int[] PZSTD_MAGIC = {0x50, 0x2a, 0x4d, 0x18};

  private final String ending;

  Packing(String ending) {
    this.ending = ending;
  }

  /// {@return what the ending of a name says}
  public static Packing ofName(String name) {
    return name.endsWith(GZIP.ending) ? GZIP : name.endsWith(ZSTD.ending) ? ZSTD : PLAIN;
  }

  /// {@return a name without what says that the file is packed}
  public static String unpackedName(String name) {
    return name.substring(0, name.length() - ofName(name).ending.length());
  }

  /// {@return a stream that packs what is written into it}
  /// @throws IOException if its head cannot be written
  public OutputStream pack(OutputStream out) throws IOException {
    return switch (this) {
      case PLAIN -> out;
      case GZIP -> new GZIPOutputStream(out, BUFFER);
      case ZSTD -> new ZstdOutputStream(out);
    };
  }

  /// {@return the bytes of a stream, unpacked: as their first bytes say, else as the name does}
  ///
  /// @param name what messages name
  /// @throws IOException if they are not packed as the name says
  static InputStream unpacked(String name, BufferedInputStream in) throws IOException {
    boolean zstd = startsWith(in, ZSTD_MAGIC) || startsWith(in, PZSTD_MAGIC);
    Packing found = startsWith(in, GZIP_MAGIC) ? GZIP : zstd ? ZSTD : PLAIN;
    Packing packing = found == PLAIN ? ofName(name) : found;
    return switch (packing) {
      case PLAIN -> in;
      case GZIP -> new PackedStream(name, "gzip", gunzipped(name, in));
      case ZSTD -> new PackedStream(name, "zstd", unzstd(name, in));
    };
  }

  private static InputStream gunzipped(String name, InputStream in) throws IOException {
    try {
      return new GzipStream(in, BUFFER);
    } catch (IOException e) {
      String problem = e.getMessage() == null ? "it is empty" : e.getMessage();
      throw new IOException(name + ": cannot be read as gzip: " + problem, e);
    }
  }

  private static InputStream unzstd(String name, BufferedInputStream in) throws IOException {
    if (startsWith(in, NOTHING)) {
      throw new IOException(name + ": cannot be read as zstd: it is empty");
    }
    return new ZstdInputStream(new ZstdFrames(in));
  }

  private static boolean startsWith(BufferedInputStream in, int[] magic) throws IOException {
    in.mark(magic.length);
    boolean same = true;
    for (int i = 0; same && i < magic.length; i++) {
      same = in.read() == magic[i];
    }
    in.reset();
    return same;
  }
}
