package dev.firedrill.series.text;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Span;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongConsumer;

/// The bytes of a recording, whose format is told by the name where it says one, else by what they
/// are. They are gone over more than once.
///
/// @param file where they are
/// @param path what messages name, and what may say the format by its ending
/// @param progress is told how many bytes of the file have been read for good
record RecordedBytes(Path file, String path, LongConsumer progress) {
  /// Where nobody looks.
  static final LongConsumer UNSEEN = bytes -> {};

  private static final int HEAD = 1 << 10;
  private static final int BUFFER = 1 << 16;
  private static final String EOF = "# EOF";

  private static final byte[] UTF_8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
  private static final byte[] UTF_16_LITTLE = {(byte) 0xff, (byte) 0xfe};
  private static final byte[] UTF_16_BIG = {(byte) 0xfe, (byte) 0xff};

  /// Bytes that nobody looks on at being read.
  RecordedBytes(Path file, String path) {
    this(file, path, UNSEEN);
  }

  /// {@return the bytes, unpacked, to be read for good: of which is told how far that is}
  InputStream openOnce() throws IOException {
    InputStream counted = new CountedStream(Files.newInputStream(file), progress);
    return Packing.unpacked(path, new BufferedInputStream(counted, BUFFER));
  }

  /// {@return the bytes, unpacked}
  InputStream open() throws IOException {
    return Packing.unpacked(path, new BufferedInputStream(Files.newInputStream(file), BUFFER));
  }

  /// {@return whether they are an answer of the query API}
  //
  // Neither text format has a line that starts with a bracket or a brace: OpenMetrics may name a
  // metric within
  // braces, but then a quote comes first, and a key of the API is followed by a colon.
  boolean isJson() throws IOException {
    if (Packing.unpackedName(path).endsWith(".json")) {
      return true;
    }
    byte[] start = head();
    int from = startsWith(start, UTF_8_MARK) ? UTF_8_MARK.length : 0;
    String head = new String(start, from, start.length - from, StandardCharsets.ISO_8859_1).strip();
    return head.matches("(?s)\\[\\s*[{\\[\\]].*")
        || (head.startsWith("{") && head.substring(1).strip().matches("(?s)\"\\w+\"\\s*:.*"));
  }

  /// {@return which text they are: OpenMetrics where the name ends in `.om` or `.openmetrics`
  ///     before
  ///     what says that they are packed, or where the text ends with `# EOF`}
  TextFormat textFormat() throws IOException {
    String plain = Packing.unpackedName(path);
    boolean byName = plain.endsWith(".om") || plain.endsWith(".openmetrics");
    return byName || endsWithEof() ? TextFormat.OPENMETRICS : TextFormat.PROMETHEUS;
  }

  /// {@return what is wrong with their encoding; empty where nothing is}
  Optional<Diagnostic> misencoded() throws IOException {
    byte[] head = head();
    if (startsWith(head, UTF_16_LITTLE) || startsWith(head, UTF_16_BIG)) {
      return refused("the text is in UTF-16: expected UTF-8");
    }
    return startsWith(head, UTF_8_MARK)
        ? refused("the text starts with a byte order mark (BOM), which Prometheus does not take")
        : Optional.empty();
  }

  private Optional<Diagnostic> refused(String problem) {
    Location start = new Location(SourceFile.of(path, ""), Span.at(0));
    return Optional.of(
        Diagnostic.error(TextRecording.CHECK, problem, start)
            .withHelp("save it as UTF-8 without a byte order mark"));
  }

  private static boolean startsWith(byte[] bytes, byte[] mark) {
    return bytes.length >= mark.length
        && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
  }

  private byte[] head() throws IOException {
    try (InputStream in = open()) {
      return in.readNBytes(HEAD);
    }
  }

  private boolean endsWithEof() throws IOException {
    String tail = "";
    try (InputStream in = open()) {
      byte[] chunk = new byte[BUFFER];
      for (int read = in.readNBytes(chunk, 0, chunk.length);
          read > 0;
          read = in.readNBytes(chunk, 0, chunk.length)) {
        int kept = Math.min(read, 8);
        String end = new String(chunk, read - kept, kept, StandardCharsets.ISO_8859_1);
        tail = (tail + end).substring(Math.max(0, tail.length() + end.length() - 8));
      }
    }
    return tail.strip().endsWith(EOF);
  }
}
