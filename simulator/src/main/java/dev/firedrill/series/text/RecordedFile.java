package dev.firedrill.series.text;

import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.series.SeriesStore;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// Reads a file of recorded series, whichever of the known formats it has: OpenMetrics, exposition
/// text with timestamps, or the JSON of Prometheus's query API; plain, gzipped or packed by zstd.
public final class RecordedFile {
  private static final String GZIP = ".gz";
  private static final String ZSTD = ".zst";

  private RecordedFile() {}

  /// Reads a file.
  ///
  /// @param path what diagnostics name
  /// @return the series, sorted by labels; nothing where an error was found
  /// @throws IOException if the file cannot be read
  public static Loaded<SeriesStore> read(Path file, String path) throws IOException {
    return isJson(file) ? QueryAnswer.read(file, path) : TextRecording.read(file, path);
  }

  /// Reads a file, with samples of texts that have no time.
  ///
  /// @param path what diagnostics name
  /// @throws IOException if the file cannot be read
  public static Loaded<RecordedText> readAll(Path file, String path) throws IOException {
    return isJson(file)
        ? RecordedText.timed(QueryAnswer.read(file, path))
        : TextRecording.readAll(file, path);
  }

  // Neither text format has a line that starts with a brace: OpenMetrics may name a metric within
  // braces, but then a quote comes first, and a key of the API is followed by a colon.
  private static boolean isJson(Path file) throws IOException {
    if (unpackedName(file).endsWith(".json")) {
      return true;
    }
    try (InputStream in = open(file)) {
      byte[] start = in.readNBytes(1 << 10);
      String head = new String(start, java.nio.charset.StandardCharsets.ISO_8859_1).strip();
      return head.startsWith("{") && head.substring(1).strip().matches("(?s)\"\\w+\"\\s*:.*");
    }
  }

  /// {@return the bytes of a file, unpacked}
  static InputStream open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    String name = file.toString();
    if (name.endsWith(GZIP)) {
      return new PackedStream(name, "gzip", new GZIPInputStream(in, 1 << 16));
    }
    return name.endsWith(ZSTD) ? new PackedStream(name, "zstd", new ZstdInputStream(in)) : in;
  }

  /// {@return the name of a file without what says that it is packed}
  static String unpackedName(Path file) {
    String name = file.toString();
    for (String packed : List.of(GZIP, ZSTD)) {
      if (name.endsWith(packed)) {
        return name.substring(0, name.length() - packed.length());
      }
    }
    return name;
  }
}
