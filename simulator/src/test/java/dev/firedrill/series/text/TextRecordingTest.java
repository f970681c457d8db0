package dev.firedrill.series.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.labels.Labels;
import dev.firedrill.series.Samples;
import dev.firedrill.series.SeriesStore;
import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextRecordingTest {
  @Test
  void saysHowMuchOfAFileIsRead(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("up.om.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("up 1 1000\n# EOF\n".getBytes(StandardCharsets.UTF_8));
    }
    List<Long> read = new ArrayList<>();
    assertThat(RecordedFile.readAll(file, "up.om.gz", read::add).diagnostics()).isEmpty();
    assertThat(read).isNotEmpty().endsWith(Files.size(file));
  }

  @Test
  void readsOpenMetricsWithTimesInSeconds() {
    SeriesStore store =
        openMetrics(
            """
            # HELP jobs What is done.
            # TYPE jobs counter
            jobs_total{queue="a"} 1 1000
            jobs_total{queue="a"} 2.5e3 1000.5 # {trace="x y"} 0.3 1000.2
            jobs_total{queue="b\\"\\\\\\n\\q"} NaN 1001.9999
            up 1 1002
            # EOF
            """);
    Samples a = samples(store, Labels.of("__name__", "jobs_total", "queue", "a"));
    assertThat(a.time(0)).isEqualTo(1_000_000);
    assertThat(a.time(1)).isEqualTo(1_000_500);
    assertThat(a.value(1)).isEqualTo(2500);
    Samples b = samples(store, Labels.of("__name__", "jobs_total", "queue", "b\"\\\n\\q"));
    assertThat(b.time(0)).isEqualTo(1_001_999);
    assertThat(b.value(0)).isNaN();
    assertThat(samples(store, Labels.of("__name__", "up")).size()).isEqualTo(1);
  }

  @Test
  void readsExpositionTextWithTimesInMilliseconds() {
    SeriesStore store =
        store(
            """
            # any comment

              temp { room = "x" , } 21.5   1700000000123
            temp{room="x"}\t+Inf 1700000000124
            """,
            TextFormat.PROMETHEUS);
    Samples samples = samples(store, Labels.of("__name__", "temp", "room", "x"));
    assertThat(samples.time(0)).isEqualTo(1_700_000_000_123L);
    assertThat(samples.value(1)).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void readsQuotedNames() {
    SeriesStore store = openMetrics("{\"my.metric\",\"my.label\"=\"v\",plain=\"w\"} 1 2\n# EOF\n");
    assertThat(store.all())
        .extracting(series -> series.labels())
        .containsExactly(Labels.of("__name__", "my.metric", "my.label", "v", "plain", "w"));
  }

  @Test
  void writesBoundsOfHistogramsInOneWay() {
    SeriesStore store =
        openMetrics(
            """
            # TYPE took histogram
            took_bucket{le="1"} 1 1
            took_bucket{le="+Inf"} 1 1
            other_bucket{le="1"} 1 1
            # EOF
            """);
    assertThat(store.all())
        .extracting(series -> series.labels().get("le"))
        .containsExactly("1", "+Inf", "1.0");
  }

  @Test
  void putsSamplesInOrderOfTimeAndSeriesInOrderOfLabels() {
    SeriesStore store = openMetrics("b 2 20\na 1 1\nb 1 10\n# EOF\n");
    assertThat(store.all()).extracting(s -> s.labels().metricName()).containsExactly("a", "b");
    Samples b = store.all().getLast().samples();
    assertThat(b.time(0)).isEqualTo(10_000);
    assertThat(b.value(1)).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          up 1 1\\n# EOF\\nup 1 2\\n   | 3 | 1 | unexpected data after # EOF
          up 1 1\\n                    | 1 | 1 | the text does not end with # EOF
          up 1 1\\n\\n# EOF            | 2 | 1 | a blank line, which OpenMetrics does not allow
          up{a="b} 1 1\\n# EOF         | 1 | 13 | a label value is not closed
          up{a="b",a="c"} 1 1\\n# EOF  | 1 | 10 | label a is given twice
          up{a='b'} 1 1\\n# EOF        | 1 | 6 | expected a quoted text
          up  1 1\\n# EOF              | 1 | 4 | expected a value
          up one 1\\n# EOF             | 1 | 4 | strconv.ParseFloat: parsing "one": invalid syntax
          up 0x1p3 1\\n# EOF           | 1 | 4 | expected a number, found 0x1p3
          up 1\\n# EOF                 | 1 | 5 | a sample without a time
          up 1 1 1\\n# EOF             | 1 | 7 | expected the end of the line
          up 1 1e300\\n# EOF           | 1 | 6 | the time is out of range
          up 1 -2.4e15\\n# EOF         | 1 | 6 | the time is out of range
          up 1 1 # {a="b"} 1 1 \\n# EOF | 1 | 21 | expected the end of the line
          up 1 1 # {a="b"} one\\n# EOF | 1 | 18 | strconv.ParseFloat: parsing "one": invalid syntax
          up 1 1 # {a="b"\\n# EOF      | 1 | 10 | the brace is not closed
          up 1 1 # {a}  1\\n# EOF      | 1 | 12 | expected an equals sign
          up 1 1 # a="b"\\n# EOF       | 1 | 10 | expected the labels of an exemplar
          up 1 1 # {}\\n# EOF          | 1 | 12 | expected a blank and the value of an exemplar
          é=1 1\\n# EOF                | 1 | 1 | expected the name of a metric
          up 1 1\\r\\n# EOF\\r\\n | 1 | 7 | a Windows line end (\\r\\n), which OpenMetrics does not allow
          \\r\\n# EOF\\r\\n | 1 | 1 | a Windows line end (\\r\\n), which OpenMetrics does not allow
          '' | 1 | 1 | the text is empty
          """)
  void saysWhereTheTextIsMalformed(String text, int line, int column, String message) {
    Loaded<SeriesStore> loaded =
        read(text.replace("\\n", "\n").replace("\\r", "\r"), TextFormat.OPENMETRICS);
    assertThat(loaded.get()).isEmpty();
    Diagnostic found = loaded.diagnostics().getFirst();
    assertThat(found.message()).isEqualTo(message);
    assertThat(found.location().start().line()).isEqualTo(line);
    assertThat(found.location().start().column()).isEqualTo(column);
  }

  @Test
  void readsGzippedFilesAndTellsTheFormatByTheLastLine(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("dump.txt.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("up 1 5\n# EOF\n".getBytes(StandardCharsets.UTF_8));
    }
    SeriesStore store = TextRecording.read(file).get().orElseThrow();
    assertThat(store.all().getFirst().samples().time(0)).isEqualTo(5_000);
  }

  @Test
  void readsFilesPackedByZstd(@TempDir Path folder) throws IOException {
    byte[] text = "a 1 1795161600\na 2 1795161615\n# EOF\n".getBytes(StandardCharsets.UTF_8);
    Path file = folder.resolve("samples.om.zst");
    try (OutputStream out = new ZstdOutputStream(Files.newOutputStream(file))) {
      out.write(text);
    }
    assertThat(TextRecording.read(file).get().orElseThrow().sampleCount()).isEqualTo(2);

    Files.write(file, text);
    assertThatThrownBy(() -> TextRecording.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + ": cannot be read as zstd");
  }

  @Test
  void readsLinesLongerThanTheBuffer() {
    String value = "x".repeat(200_000);
    SeriesStore store = openMetrics("up{a=\"" + value + "\"} 1 1\nup 2 2\n# EOF");
    assertThat(store.all()).hasSize(2);
  }

  @Test
  void readsExemplarsWithoutKeepingThem() {
    SeriesStore store =
        openMetrics(
            """
            a 1 1 # {} 0.5
            a 1 2 # {trace="} # \\"",span="é"} 0.5 1.5
            # EOF
            """);
    assertThat(store.sampleCount()).isEqualTo(2);
  }

  @Test
  void readsLabelValuesOfExpositionTextWithLineBreaks() throws IOException {
    String text = " up{a=\"x\r\n# y\\\"\" , b = \"\n\n\"} 1 1000\r\nup 2 2000\ndown one\n";
    Loaded<SeriesStore> wrong = read(text, TextFormat.PROMETHEUS);
    Diagnostic found = wrong.diagnostics().getFirst();
    assertThat(found.location().start().line()).as("lines are counted on").isEqualTo(6);
    assertThat(found.location().start().offset()).isEqualTo(text.indexOf("one"));
    SeriesStore store = store(text.substring(0, text.indexOf("down")), TextFormat.PROMETHEUS);
    Labels joined = Labels.of("__name__", "up", "a", "x\r\n# y\"", "b", "\n\n");
    assertThat(samples(store, joined).time(0)).isEqualTo(1000);
    assertThat(samples(store, Labels.of("__name__", "up")).time(0)).isEqualTo(2000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          up{a="x\\nup{a="y"} 1 1\\nup{a="z"} 1 1 | 1 | 8 | a label value is not closed
          up{a="x\\n                             | 1 | 8 | a label value is not closed
          up{a="x\\\\ny"} 1 1                    | 1 | 9 | a label value is not closed
          up{a="x",\\nb="y"} 1 1                 | 1 | 3 | the brace is not closed
          up{a="x\\ny"} one                      | 2 | 5 | strconv.ParseFloat: parsing "one": invalid syntax
          up 1 -5                                | 1 | 6 | expected a time in milliseconds, found -5
          up 1 +5                                | 1 | 6 | expected a time in milliseconds, found +5
          """)
  void saysWhereExpositionTextIsMalformed(String text, int line, int column, String message) {
    Loaded<SeriesStore> loaded = read(text.replace("\\n", "\n"), TextFormat.PROMETHEUS);
    Diagnostic found = loaded.diagnostics().getFirst();
    assertThat(found.message()).isEqualTo(message);
    assertThat(found.location().start().line()).isEqualTo(line);
    assertThat(found.location().start().column()).isEqualTo(column);
  }

  // Looking at all that was joined each time would take hours.
  @Test
  void givesUpOnAValueThatIsNeverClosed() {
    String text = "up{a=\"x\n" + "up 1 1\n".repeat(3_000_000);
    assertThat(read(text, TextFormat.PROMETHEUS).diagnostics())
        .extracting(found -> found.location().start().line() + " " + found.message())
        .containsExactly("1 a label value is not closed");
  }

  // Two series that differ in such bytes only would become one.
  @Test
  void refusesLabelsThatAreNotUtf8() throws IOException {
    byte[] text = "up{a=\"?\"} 1 1\n# EOF\n".getBytes(StandardCharsets.UTF_8);
    text[6] = (byte) 0xff;
    for (TextFormat format : TextFormat.values()) {
      assertThat(TextRecording.read("a", new ByteArrayInputStream(text), format).diagnostics())
          .extracting(found -> found.location().start().column() + " " + found.message())
          .containsExactly("7 invalid UTF-8 in a quoted text");
    }
  }

  @Test
  void refusesALineWithoutEnd() throws IOException {
    InputStream endless = new BlankStream();
    Loaded<SeriesStore> read = TextRecording.read("a", endless, TextFormat.PROMETHEUS);
    assertThat(read.diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly("a line of more than 16 MiB");
  }

  private static final class BlankStream extends InputStream {
    @Override
    public int read() {
      return ' ';
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      Arrays.fill(bytes, offset, offset + length, (byte) ' ');
      return length;
    }
  }

  private static SeriesStore openMetrics(String text) {
    return store(text, TextFormat.OPENMETRICS);
  }

  private static SeriesStore store(String text, TextFormat format) {
    Loaded<SeriesStore> loaded = read(text, format);
    assertThat(loaded.diagnostics()).isEmpty();
    return loaded.get().orElseThrow();
  }

  private static Loaded<SeriesStore> read(String text, TextFormat format) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      return TextRecording.read("data.om", new ByteArrayInputStream(bytes), format);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Samples samples(SeriesStore store, Labels labels) {
    return store.get(labels).orElseThrow().samples();
  }
}
