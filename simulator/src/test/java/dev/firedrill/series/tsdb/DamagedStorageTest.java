package dev.firedrill.series.tsdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.TimeRange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every bit of a small data folder is flipped, and every file cut short at every byte: what is
/// read
/// then is what was written, without what is told to be damaged.
class DamagedStorageTest {
  private static final Path DATA =
      Path.of(System.getProperty("firedrill.root"), "testdata/recorded/tsdb/data");
  // The rest of a log's page is zeros, of which a few stand for all.
  private static final int ZEROS_TRIED = 40;

  @TempDir Path folder;

  @BeforeEach
  void copyData() throws IOException {
    try (Stream<Path> files = Files.walk(DATA)) {
      for (Path file : files.toList()) {
        Path copy = folder.resolve(DATA.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }

  @Test
  void aFlippedBitOfAnIndexIsFoundOrHarmless() throws IOException {
    everyFlip("01*/index");
  }

  @Test
  void aFlippedBitOfChunksIsFoundOrHarmless() throws IOException {
    everyFlip("01*/chunks/000001");
  }

  @Test
  void aFlippedBitOfTombstonesIsFoundOrHarmless() throws IOException {
    everyFlip("01*/tombstones");
  }

  @Test
  void aFlippedBitOfALogIsFoundOrHarmless() throws IOException {
    everyFlip("wal/00000000");
  }

  @Test
  void aLogThatEndsWithinARecordIsOneThatIsStillWritten() throws IOException {
    Path last = find("wal/00000001");
    byte[] whole = Files.readAllBytes(last);
    Files.write(last, Arrays.copyOf(whole, whole.length - 3));
    assertThat(read(folder).damage).isEmpty();
    assertThat(read(folder).samples).hasSizeGreaterThan(120);

    whole[whole.length - 3] ^= 1;
    Files.write(last, whole);
    assertThat(read(folder).damage)
        .singleElement()
        .satisfies(damage -> assertThat(damage.message()).contains("checksum mismatch"));
  }

  @Test
  void aFileCutShortIsFoundOrHarmless() throws IOException {
    for (String name :
        List.of("01*/index", "01*/chunks/000001", "01*/tombstones", "wal/00000000")) {
      Path file = find(name);
      byte[] whole = Files.readAllBytes(file);
      Set<String> samples = read(folder).samples();
      for (int length = 0; length < used(whole); length++) {
        Files.write(file, Arrays.copyOf(whole, length));
        assertThat(samples)
            .as("%s cut to %d bytes", name, length)
            .containsAll(read(folder).samples());
      }
      Files.write(file, whole);
    }
  }

  @Test
  void damageNamesFileAndOffsetAndTheRestIsRead() throws IOException {
    Path chunks = find("01*/chunks/000001");
    byte[] bytes = Files.readAllBytes(chunks);
    int all = read(folder).samples().size();
    bytes[20] ^= 1;
    Files.write(chunks, bytes);

    Outcome outcome = read(folder);

    assertThat(outcome.samples).hasSize(all - 40);
    Diagnostic damage = outcome.damage.getFirst();
    assertThat(damage.location().file().path()).isEqualTo(chunks.toString());
    assertThat(damage.message())
        .contains("at offset 8: a chunk of {__name__=\"queue_depth\", queue=\"eval\"}")
        .contains("checksum mismatch");
  }

  @Test
  void timesThatMetaJsonMakesUpAreNotTaken() throws IOException {
    Path index = find("01*/index");
    byte[] bytes = Files.readAllBytes(index);
    TimeRange extent = extent();
    Path meta = find("01*/meta.json");
    String text = Files.readString(meta);
    String min = String.valueOf(Long.MIN_VALUE);
    Files.writeString(meta, text.replaceFirst("\"maxTime\": ?[0-9]+", "\"maxTime\":" + min));
    int flipped = 0;
    // Where an entry of a series is damaged, the others tell.
    for (int at = 0; at < bytes.length; at += 3) {
      bytes[at] ^= 1;
      Files.write(index, bytes);
      bytes[at] ^= 1;
      if (read(folder).damage.stream().anyMatch(one -> one.message().contains("a series: "))) {
        flipped++;
        assertThat(extent()).as("byte %d", at).isEqualTo(extent);
      }
    }
    assertThat(flipped).isPositive();
  }

  @Test
  void aSegmentThatIsMissingBehindTheCheckpointIsTold() throws IOException {
    Path log = folder.resolve("wal");
    Path checkpoint = Files.createDirectories(log.resolve("checkpoint.00000000"));
    Files.move(log.resolve("00000000"), checkpoint.resolve("00000000"));
    assertThat(read(folder).damage).isEmpty();

    Files.move(log.resolve("00000001"), log.resolve("00000002"));
    assertThat(read(folder).damage)
        .singleElement()
        .satisfies(
            damage -> {
              assertThat(damage.location().file().path())
                  .isEqualTo(log.resolve("00000002").toString());
              assertThat(damage.message()).contains("segments are not sequential");
            });
  }

  @Test
  void aBlockWithoutItsIndexOrChunksIsPassedOver() throws IOException {
    Path index = find("01*/index");
    int all = read(folder).samples.size();
    byte[] bytes = Files.readAllBytes(index);
    Files.delete(index);
    assertThat(read(folder).samples).isNotEmpty().hasSizeLessThan(all);
    assertThat(read(folder).damage)
        .singleElement()
        .satisfies(
            damage -> {
              assertThat(damage.location().file().path()).isEqualTo(index.toString());
              assertThat(damage.message()).endsWith("no such file; the block is passed over");
            });

    Files.write(index, bytes);
    Path chunks = index.resolveSibling("chunks");
    Files.delete(chunks.resolve("000001"));
    assertThat(read(folder).damage)
        .singleElement()
        .satisfies(
            damage -> assertThat(damage.location().file().path()).isEqualTo(chunks.toString()));
  }

  // The files are large, but have nothing there, so that they take no room.
  @Test
  void damagedLengthsTakeNoMemoryInLargeFiles() throws IOException {
    Path chunks = find("01*/chunks/000001");
    for (String length : List.of("ffffffff07", "8080808002", "8080808001")) {
      try (FileChannel file = FileChannel.open(chunks, StandardOpenOption.WRITE)) {
        file.write(ByteBuffer.wrap(HexFormat.of().parseHex(length)), 8);
        file.write(ByteBuffer.wrap(new byte[1]), (3L << 30) - 1);
      }
      assertThat(read(folder).damage)
          .anySatisfy(
              damage -> assertThat(damage.message()).containsPattern("a chunk of \\d+ bytes"));
    }
  }

  @Test
  void damagedSectionsTakeNoMemoryInLargeFiles() throws IOException {
    Path index = find("01*/index");
    byte[] whole = Files.readAllBytes(index);
    byte[] contents = Arrays.copyOfRange(whole, whole.length - 52, whole.length);
    try (FileChannel file = FileChannel.open(index, StandardOpenOption.WRITE)) {
      file.truncate(whole.length - 52);
      file.write(ByteBuffer.wrap(HexFormat.of().parseHex("7fff0000")), 5);
      file.write(ByteBuffer.wrap(contents), (1L << 31) + 100);
    }
    assertThat(read(folder).damage)
        .singleElement()
        .satisfies(damage -> assertThat(damage.message()).contains("checksum mismatch"));
  }

  private TimeRange extent() throws IOException {
    try (TsdbSource source = TsdbSource.open(folder)) {
      return source.extent().orElseThrow();
    }
  }

  private void everyFlip(String name) throws IOException {
    Path file = find(name);
    byte[] bytes = Files.readAllBytes(file);
    Set<String> samples = read(folder).samples();
    int silent = 0;
    for (int bit = 0; bit < used(bytes) * 8; bit++) {
      bytes[bit / 8] ^= (byte) (1 << (bit % 8));
      Files.write(file, bytes);
      Outcome outcome = read(folder);
      assertThat(samples).as("bit %d of %s", bit, name).containsAll(outcome.samples);
      silent += outcome.damage.isEmpty() && !outcome.samples.equals(samples) ? 1 : 0;
      bytes[bit / 8] ^= (byte) (1 << (bit % 8));
    }
    Files.write(file, bytes);
    assertThat(silent).as("flips of %s that lose samples without a word", name).isZero();
  }

  private static int used(byte[] bytes) {
    int used = bytes.length;
    while (used > 0 && bytes[used - 1] == 0) {
      used--;
    }
    return Math.min(bytes.length, used + ZEROS_TRIED);
  }

  private Path find(String glob) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(
              file ->
                  folder
                      .getFileSystem()
                      .getPathMatcher("glob:" + glob)
                      .matches(folder.relativize(file)))
          .findFirst()
          .orElseThrow();
    }
  }

  private record Outcome(Set<String> samples, List<Diagnostic> damage) {}

  private static Outcome read(Path folder) throws IOException {
    try (TsdbSource source = TsdbSource.open(folder)) {
      Set<String> lines = new HashSet<>();
      for (Series series : source.select(List.of(), TimeRange.ALL)) {
        Samples samples = series.samples();
        for (int i = 0; i < samples.size(); i++) {
          lines.add(
              series.labels()
                  + " "
                  + Double.doubleToRawLongBits(samples.value(i))
                  + " "
                  + samples.time(i));
        }
      }
      return new Outcome(lines, source.damage());
    }
  }
}
