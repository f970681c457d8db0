package dev.firedrill.series.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.series.TimeRange;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedFileTest {
  private static final List<String> FORMS =
      List.of(
          "# TYPE up gauge\nup 1 1795161600\n# EOF\n",
          "up 1 1795161600000\n",
          "[{\"metric\":{\"__name__\":\"up\"},\"value\":[1795161600,\"1\"]}]",
          "{\"data\":{\"result\":[{\"metric\":{\"__name__\":\"up\"},\"value\":[1795161600,\"1\"]}]}}");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void tellsAStreamByWhatItIs(Packing packing) throws IOException {
    for (String form : FORMS) {
      byte[] bytes = packed(packing, form);
      Loaded<RecordedText> read = RecordedFile.readAll(new ByteArrayInputStream(bytes), "<stdin>");
      assertThat(timed(read)).isEqualTo(new TimeRange(1795161600000L, 1795161600000L));
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsAFileWithoutAnEndingByWhatItIs(Packing packing) throws IOException {
    for (String form : FORMS) {
      Path file = Files.write(folder.resolve("recording"), packed(packing, form));
      assertThat(timed(RecordedFile.readAll(file, "recording")))
          .isEqualTo(new TimeRange(1795161600000L, 1795161600000L));
    }
  }

  @Test
  void leavesNoTemporaryFileOfAStream() throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    List<Path> before = inputs(temporary);
    RecordedFile.readAll(new ByteArrayInputStream(packed(Packing.PLAIN, "up{")), "<stdin>");
    assertThat(inputs(temporary)).isEqualTo(before);
  }

  private static List<Path> inputs(Path temporary) throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      return files.filter(each -> each.toString().endsWith(".input")).sorted().toList();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "efbbbf7570 | the text starts with a byte order mark (BOM), which Prometheus does not take",
        "fffe75007000 | the text is in UTF-16: expected UTF-8",
        "feff00750070 | the text is in UTF-16: expected UTF-8",
      })
  void saysHowTextIsEncoded(String hex, String message) throws IOException {
    byte[] bytes = HexFormat.of().parseHex(hex);
    Path file = Files.write(folder.resolve("a.om"), bytes);
    assertThat(RecordedFile.read(file, "a.om").diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.prom | up 1 1795161600 | all times are in 1970 to 1973",
        "a.prom | up 1 1795161600000 | ''",
        "a.prom | up 1 60000 | ''",
        "a.om | up 1 1795161600000\\n# EOF | all times are after the year 5138",
        "a.om | up 1 1795161600\\n# EOF | ''",
        "a.om | up 1 1\\nup 1 1795161600000\\n# EOF | ''",
      })
  void saysWhereTimesLookLikeTheOtherUnit(String name, String text, String remark)
      throws IOException {
    Path file = Files.writeString(folder.resolve(name), text.replace("\\n", "\n"));
    Loaded<RecordedText> read = RecordedFile.readAll(file, name);
    assertThat(read.get()).isPresent();
    assertThat(read.failed()).isFalse();
    assertThat(read.diagnostics()).hasSize(remark.isEmpty() ? 0 : 1);
    assertThat(read.diagnostics()).allSatisfy(one -> assertThat(one.message()).startsWith(remark));
  }

  @Test
  void readsJsonBehindAByteOrderMark() throws IOException {
    Path file = Files.writeString(folder.resolve("answer"), "\uFEFF" + FORMS.getLast());
    assertThat(timed(RecordedFile.readAll(file, "answer")))
        .isEqualTo(new TimeRange(1795161600000L, 1795161600000L));
  }

  @Test
  void saysThatAnEmptyFileIsNotPackedAsItsNameSays() throws IOException {
    Path file = Files.createFile(folder.resolve("a.om.gz"));
    assertThatThrownBy(() -> RecordedFile.read(file, "a.om.gz"))
        .isInstanceOf(IOException.class)
        .hasMessage("a.om.gz: cannot be read as gzip: it is empty");
  }

  @Test
  void readsSeveralMembersOfGzipAndPadding() throws IOException {
    byte[] first = packed(Packing.GZIP, "up 1 1795161600000\n");
    byte[] second = packed(Packing.GZIP, "up 1 1795161615000\n");
    assertThat(timed(gzipped(first, second, new byte[600])))
        .isEqualTo(new TimeRange(1795161600000L, 1795161615000L));
  }

  // What the JDK does with it is to leave it out without a word.
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void refusesASecondMemberWhoseHeaderIsDamaged(int place) throws IOException {
    byte[] first = packed(Packing.GZIP, "up 1 1795161600000\n");
    byte[] second = packed(Packing.GZIP, "up 1 1795161615000\n");
    second[place] ^= (byte) 0x80;
    assertThatThrownBy(() -> gzipped(first, second))
        .isInstanceOf(IOException.class)
        .hasMessage("a.gz: cannot be read as gzip: behind its end is something that is not gzip");
  }

  private Loaded<RecordedText> gzipped(byte[]... parts) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.write(part);
    }
    return RecordedFile.readAll(Files.write(folder.resolve("a.gz"), all.toByteArray()), "a.gz");
  }

  @Test
  void saysThatAPackedFileEndsInTheMiddle() throws IOException {
    for (Packing packing : List.of(Packing.GZIP, Packing.ZSTD)) {
      byte[] whole = packed(packing, FORMS.getFirst());
      for (int length = 12; length < whole.length; length++) {
        Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));
        assertThatThrownBy(() -> RecordedFile.readAll(cut, "cut"))
            .isInstanceOf(IOException.class)
            .hasMessageStartingWith("cut: cannot be read as ")
            .hasMessageNotContaining("null");
      }
    }
  }

  // So does pzstd: each frame has one before that tells its size.
  @Test
  void leavesOutFramesOfZstdThatAreToBeSkipped() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String text : List.of("up 1 1795161600000\n", "up 1 1795161615000\n")) {
      all.write(HexFormat.of().parseHex("502a4d180400000011223344"));
      all.write(packed(Packing.ZSTD, text));
    }
    all.write(HexFormat.of().parseHex("5f2a4d1800000000"));
    Path file = Files.write(folder.resolve("noname"), all.toByteArray());
    assertThat(timed(RecordedFile.readAll(file, "noname")))
        .isEqualTo(new TimeRange(1_795_161_600_000L, 1_795_161_615_000L));
    for (int length = 4; length < all.size(); length++) {
      Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(all.toByteArray(), length));
      try {
        assertThat(RecordedFile.readAll(cut, "cut").diagnostics()).isEmpty();
      } catch (IOException e) {
        assertThat(e).hasMessageStartingWith("cut: cannot be read as zstd: it ends in the middle");
      }
    }
  }

  @Test
  void readsADeviceOnce() throws IOException {
    Path device = Path.of("/dev/null");
    assumeTrue(Files.exists(device), "there is no /dev/null");
    Loaded<RecordedText> read = RecordedFile.readAll(device, "/dev/null");
    assertThat(read.diagnostics()).isEmpty();
    assertThat(read.get().orElseThrow().timed().extent()).isEmpty();
  }

  @Test
  void saysThatAPackedFileIsEmpty() throws IOException {
    for (String packing : List.of("gzip", "zstd")) {
      String name = "a.om" + (packing.equals("gzip") ? ".gz" : ".zst");
      Path empty = Files.write(folder.resolve(name), new byte[0]);
      assertThatThrownBy(() -> RecordedFile.readAll(empty, name))
          .isInstanceOf(IOException.class)
          .hasMessage(name + ": cannot be read as " + packing + ": it is empty");
    }
  }

  // A size of the window that does not fit into 32 bits.
  @Test
  void saysThatAWindowOfZstdIsTooLarge() throws IOException {
    byte[] frame = HexFormat.of().parseHex("28b52ffd00a802001061");
    Path file = Files.write(folder.resolve("wide"), frame);
    assertThatThrownBy(() -> RecordedFile.readAll(file, "wide"))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "wide: cannot be read as zstd: its window is larger than 8 MiB: pack it again without"
                + " --long and --ultra, or give it unpacked as - on standard input"
                + " (zstd -dc --long=31 FILE | firedrill ...)");
  }

  private static TimeRange timed(Loaded<RecordedText> read) {
    assertThat(read.diagnostics()).isEmpty();
    return read.get().flatMap(text -> text.timed().extent()).orElseThrow();
  }

  private static byte[] packed(Packing packing, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = packing.pack(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
