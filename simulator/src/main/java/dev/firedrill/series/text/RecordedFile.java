package dev.firedrill.series.text;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.series.SeriesStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/// Reads a file of recorded series, whichever of the known formats it has: OpenMetrics, exposition
/// text with timestamps, or the JSON of Prometheus's query API; plain, gzipped or packed by zstd.
/// An ending tells the format, and where there is none of these, the content.
public final class RecordedFile {
  private static final int BUFFER = 1 << 16;

  private RecordedFile() {}

  /// Reads a file.
  ///
  /// @param path what diagnostics name
  /// @return the series, sorted by labels; nothing where an error was found
  /// @throws IOException if the file cannot be read
  public static Loaded<SeriesStore> read(Path file, String path) throws IOException {
    RecordedBytes bytes = new RecordedBytes(file, path);
    if (bytes.isJson()) {
      return QueryAnswer.read(bytes);
    }
    Optional<Diagnostic> wrong = bytes.misencoded();
    return wrong.isPresent()
        ? new Loaded<>(null, List.of(wrong.get()))
        : TextRecording.read(file, path);
  }

  /// Reads a file, with samples of texts that have no time.
  ///
  /// @param path what diagnostics name
  /// @throws IOException if the file cannot be read
  public static Loaded<RecordedText> readAll(Path file, String path) throws IOException {
    return readAll(file, path, RecordedBytes.UNSEEN);
  }

  /// Reads a file, with samples of texts that have no time.
  ///
  /// @param path what diagnostics name
  /// @param progress is told how many of the bytes of the file have been read
  /// @throws IOException if the file cannot be read
  public static Loaded<RecordedText> readAll(Path file, String path, LongConsumer progress)
      throws IOException {
    if (!Files.isRegularFile(file)) {
      // A pipe, such as the shell's <(...), gives its bytes only once.
      try (InputStream in = Files.newInputStream(file)) {
        return readAll(in, path);
      }
    }
    return readAll(new RecordedBytes(file, path, progress), AnswerTimes.AS_FOUND);
  }

  /// Reads a JSON answer whose samples stand where they were recorded, evenly spaced or not.
  ///
  /// @param path what diagnostics name
  /// @throws IOException if the file cannot be read
  public static Loaded<RecordedText> readSamples(Path file, String path) throws IOException {
    return readAll(new RecordedBytes(file, path), AnswerTimes.SAMPLES);
  }

  /// Reads a stream, such as standard input, as a file whose name says nothing. It is kept in a
  /// temporary file until it is read: which format it has may stand at its end.
  ///
  /// @param path what diagnostics name
  /// @throws IOException if the stream cannot be read
  public static Loaded<RecordedText> readAll(InputStream in, String path) throws IOException {
    return readAll(in, path, AnswerTimes.AS_FOUND);
  }

  /// Reads a stream, as [#readAll(InputStream, String)] does, whose samples stand where they were
  /// recorded.
  ///
  /// @param path what diagnostics name
  /// @throws IOException if the stream cannot be read
  public static Loaded<RecordedText> readSamples(InputStream in, String path) throws IOException {
    return readAll(in, path, AnswerTimes.SAMPLES);
  }

  private static Loaded<RecordedText> readAll(InputStream in, String path, AnswerTimes times)
      throws IOException {
    Path kept = TemporaryFiles.create(".input");
    try {
      keep(in, kept);
      return readAll(new RecordedBytes(kept, path), times);
    } finally {
      Files.deleteIfExists(kept);
    }
  }

  private static void keep(InputStream in, Path kept) throws IOException {
    byte[] some = new byte[BUFFER];
    try (OutputStream out = Files.newOutputStream(kept)) {
      for (int read = in.read(some); read >= 0; read = in.read(some)) {
        write(out, some, read);
      }
    }
  }

  // Apart from what goes wrong in reading.
  private static void write(OutputStream out, byte[] some, int length) throws IOException {
    try {
      out.write(some, 0, length);
    } catch (IOException e) {
      throw TemporaryFiles.unwritable(e);
    }
  }

  private static Loaded<RecordedText> readAll(RecordedBytes bytes, AnswerTimes times)
      throws IOException {
    if (bytes.isJson()) {
      return RecordedText.timed(QueryAnswer.readAll(bytes, times));
    }
    Optional<Diagnostic> wrong = bytes.misencoded();
    return wrong.isPresent()
        ? new Loaded<>(null, List.of(wrong.get()))
        : TextRecording.readAll(bytes);
  }
}
