package dev.firedrill.series.text;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.GoFormatException;
import dev.firedrill.labels.GoNumber;
import dev.firedrill.labels.Labels;
import dev.firedrill.series.SeriesStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads recorded series from OpenMetrics and exposition text, plain, gzipped or packed by zstd.
///
/// The file is read as a stream and only its samples are kept. Reading ends at the first error.
public final class TextRecording {
  /// The check that its errors name.
  static final String CHECK = "data/text";
  private static final String EOF = "# EOF";
  private static final byte[] HELP = {'#', ' ', 'H', 'E', 'L', 'P', ' '};

  private final String path;
  private final TextFormat format;
  private final boolean timesOnly;
  private final SampleCollector collector;
  private final SampleCollector scrape = new SampleCollector(Long.MAX_VALUE);
  private final Metadata metadata;
  private boolean ended;

  private TextRecording(String path, TextFormat format, boolean timesOnly, long room) {
    this.path = path;
    this.format = format;
    this.timesOnly = timesOnly;
    metadata = new Metadata(format);
    collector = new SampleCollector(room);
  }

  /// Reads a file. Its format is OpenMetrics where the name ends in `.om` or `.openmetrics` before
  /// any `.gz`, or where the text ends with `# EOF`.
  ///
  /// @return the series, sorted by labels; nothing where an error was found
  /// @throws IOException if the file cannot be read
  public static Loaded<SeriesStore> read(Path file) throws IOException {
    return read(file, file.toString());
  }

  /// Reads a file, as [#read(Path)] does.
  ///
  /// @param path what diagnostics name
  /// @throws IOException if the file cannot be read
  public static Loaded<SeriesStore> read(Path file, String path) throws IOException {
    RecordedBytes bytes = new RecordedBytes(file, path);
    TextFormat format = bytes.textFormat();
    try (InputStream in = bytes.open()) {
      return read(path, in, format);
    }
  }

  /// Reads a stream.
  ///
  /// @param path what diagnostics name
  /// @throws IOException if the stream cannot be read
  public static Loaded<SeriesStore> read(String path, InputStream in, TextFormat format)
      throws IOException {
    TextRecording recording = new TextRecording(path, format, true, Long.MAX_VALUE);
    @Nullable Diagnostic wrong = recording.readLines(new ByteLines(in));
    return wrong == null
        ? new Loaded<>(recording.collector.store(), List.of())
        : new Loaded<>(null, List.of(wrong));
  }

  /// Reads a recording, as [#read(Path)] does, with samples that have no time. Of a large one the
  /// samples go to a temporary file, so that memory is taken for the names of series only.
  ///
  /// @throws IOException if it cannot be read
  static Loaded<RecordedText> readAll(RecordedBytes bytes) throws IOException {
    TextFormat format = bytes.textFormat();
    try (InputStream in = bytes.openOnce()) {
      return readAll(bytes.path(), in, format);
    }
  }

  /// Reads a stream, with samples that have no time.
  ///
  /// @param path what diagnostics name
  /// @throws IOException if the stream cannot be read
  public static Loaded<RecordedText> readAll(String path, InputStream in, TextFormat format)
      throws IOException {
    return readAll(path, in, format, SampleCollector.ROOM);
  }

  static Loaded<RecordedText> readAll(String path, InputStream in, TextFormat format, long room)
      throws IOException {
    TextRecording recording = new TextRecording(path, format, false, room);
    @Nullable Diagnostic wrong = recording.readLines(new ByteLines(in));
    if (wrong != null) {
      return new Loaded<>(null, List.of(wrong));
    }
    RecordedText text = new RecordedText(recording.collector.source(), recording.scrape.store());
    return new Loaded<>(text, TimeUnitMistake.in(path, format, text.timed()).stream().toList());
  }

  private @Nullable Diagnostic readLines(ByteLines lines) throws IOException {
    SampleLine line = new SampleLine(format);
    try {
      while (lines.next()) {
        readLine(lines, line);
        collector.makeRoom();
      }
    } catch (MalformedLine e) {
      return failed(e, lines);
    }
    if (format == TextFormat.PROMETHEUS || ended) {
      return null;
    }
    String problem = "the text " + (lines.number() == 0 ? "is empty" : "does not end with " + EOF);
    return failed(new MalformedLine(problem, 0), lines);
  }

  private void readLine(ByteLines lines, SampleLine line) throws IOException, MalformedLine {
    if (ended) {
      throw new MalformedLine("unexpected data after " + EOF, 0);
    }
    if (format == TextFormat.OPENMETRICS) {
      refuseForeignBreaks(lines);
      readContent(lines, line, 0);
      return;
    }
    int indent = 0;
    while (lines.start() + indent < lines.end() && isBlank(lines.bytes()[lines.start() + indent])) {
      indent++;
    }
    try {
      readContent(lines, line, indent);
    } catch (MalformedLine e) {
      throw e.indented(indent);
    }
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  private static void refuseForeignBreaks(ByteLines lines) throws MalformedLine {
    int length = lines.end() - lines.start();
    if (length == 0) {
      throw new MalformedLine("a blank line, which OpenMetrics does not allow", 0);
    }
    if (lines.bytes()[lines.end() - 1] == '\r' && !isHelp(lines)) {
      throw new MalformedLine(
          "a Windows line end (\\r\\n), which OpenMetrics does not allow", length - 1);
    }
  }

  private void readContent(ByteLines lines, SampleLine line, int indent)
      throws IOException, MalformedLine {
    int start = lines.start() + indent;
    int end = contentEnd(lines, start);
    if (start < end && lines.bytes()[start] == '#') {
      ended = metadata.read(lines.bytes(), start, end);
    } else if (start < end) {
      line.reset(lines.bytes(), start, end);
      readSample(lines, line, seriesEnd(lines, line, indent));
    }
  }

  private int contentEnd(ByteLines lines, int start) {
    int end = lines.end();
    boolean windows =
        format == TextFormat.PROMETHEUS && end > start && lines.bytes()[end - 1] == '\r';
    return windows ? end - 1 : end;
  }

  private int seriesEnd(ByteLines lines, SampleLine line, int indent)
      throws IOException, MalformedLine {
    try {
      return line.seriesEnd();
    } catch (MalformedLine e) {
      if (format == TextFormat.OPENMETRICS || !RawBreaks.join(lines, indent)) {
        throw e;
      }
    }
    int start = lines.start() + indent;
    line.reset(lines.bytes(), start, contentEnd(lines, start));
    return line.seriesEnd();
  }

  // What describes a metric may end in anything.
  private static boolean isHelp(ByteLines lines) {
    int length = Math.min(HELP.length, lines.end() - lines.start());
    return Arrays.equals(
        lines.bytes(), lines.start(), lines.start() + length, HELP, 0, HELP.length);
  }

  private void readSample(ByteLines lines, SampleLine line, int seriesEnd) throws MalformedLine {
    int start = line.start();
    SampleCollector.@Nullable Gathered known = collector.find(lines.bytes(), start, seriesEnd);
    Labels labels = known == null ? normalised(line.labels()) : known.labels();
    line.readSample();
    if (line.timed()) {
      SampleCollector.Gathered gathered = known == null ? collector.add(labels) : known;
      gathered.add(line.time(), line.value());
    } else if (timesOnly) {
      throw new MalformedLine("a sample without a time", line.length());
    } else {
      // Of two of a series the first counts.
      scrape.add(labels).add(0, line.value());
    }
  }

  // Prometheus writes the numbers in these labels in one way, whatever way they came.
  private Labels normalised(Labels labels) {
    String name = labels.metricName();
    boolean bucket =
        name.endsWith("_bucket")
            && metadata.isOfType(
                name.substring(0, name.length() - "_bucket".length()), "histogram");
    if (bucket && labels.has("le")) {
      return withNumber(labels, "le");
    }
    return labels.has("quantile") && metadata.isOfType(name, "summary")
        ? withNumber(labels, "quantile")
        : labels;
  }

  private static Labels withNumber(Labels labels, String name) {
    try {
      String number = GoFloat.openMetrics(GoNumber.parseFloat(labels.get(name)));
      return labels.toBuilder().set(name, number).build();
    } catch (GoFormatException notNumber) {
      return labels;
    }
  }

  private Diagnostic failed(MalformedLine problem, ByteLines lines) {
    int length = Math.max(0, lines.end() - lines.start());
    int place = Math.min(problem.place(), length);
    String before = text(lines, 0, place);
    int unit = before.length();
    int rest = place;
    while (rest < length && lines.bytes()[lines.start() + rest] != '\n') {
      rest++;
    }
    String text = before + text(lines, place, rest);
    int line = Math.max(1, lines.number());
    SourceFile file = SourceFile.excerpt(path, text, line, lines.offset());
    Location location = new Location(file, Span.at(unit));
    Diagnostic found = Diagnostic.error(CHECK, problem.text(), location);
    String help =
        format == TextFormat.OPENMETRICS
            ? "read as OpenMetrics: times in seconds, single blanks, lines that end in \\n"
                + ", # EOF at the end"
            : "read as exposition text: times in milliseconds after the value";
    return found.withHelp(help);
  }

  private static String text(ByteLines lines, int from, int to) {
    return new String(lines.bytes(), lines.start() + from, to - from, StandardCharsets.UTF_8);
  }
}
