package dev.firedrill.series.tsdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.TimeRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Bits of all kinds of files that a server writes are flipped, and the files cut short: what is
/// read then is what was written, and what is missing is told.
///
/// Some of the bits and lengths, chosen anew each time; `-Dflips=N` says how many of each file, a
/// million all of them.
class DamagedServerFolderTest {
  private static final Path DATA =
      Path.of(System.getProperty("firedrill.root"), "testdata/recorded/storage/data");
  private static final int SOME = Integer.getInteger("flips", 12);
  private static final long START = 1_795_161_600;
  // The rest of a file is zeros, of which a few stand for all.
  private static final int ZEROS_TRIED = 40;

  @TempDir Path folder;

  private Set<String> whole = Set.of();

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
    Outcome outcome = read();
    whole = outcome.samples;
    assertThat(outcome.damage).isEmpty();
    assertThat(whole).hasSizeGreaterThan(900);
  }

  @TestFactory
  Stream<DynamicTest> aFlippedBitIsFoundOrHarmless() throws IOException {
    return files().map(file -> DynamicTest.dynamicTest(name(file), () -> flips(file)));
  }

  @TestFactory
  Stream<DynamicTest> aFileCutShortIsFoundOrHarmless() throws IOException {
    return files().map(file -> DynamicTest.dynamicTest(name(file), () -> cuts(file)));
  }

  private Stream<Path> files() throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted().toList()) {
        if (Files.isRegularFile(file) && Files.size(file) > 0) {
          found.add(file);
        }
      }
    }
    return found.stream();
  }

  private String name(Path file) {
    return folder.relativize(file).toString();
  }

  private void flips(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    List<Integer> silent = new ArrayList<>();
    try {
      for (int bit : chosen(used(bytes) * 8)) {
        byte[] flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (1 << (bit % 8));
        Files.write(file, flipped);
        Outcome outcome = read();
        assertThat(invented(outcome, !outcome.damage.isEmpty()))
            .as("bit %d of %s", bit, name(file))
            .isEmpty();
        if (outcome.damage.isEmpty() && !outcome.samples.equals(whole)) {
          silent.add(bit);
        }
      }
    } finally {
      Files.write(file, bytes);
    }
    assertThat(silent).as("flips of %s that lose samples without a word", name(file)).isEmpty();
  }

  private void cuts(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try {
      for (int length : chosen(used(bytes))) {
        Files.write(file, Arrays.copyOf(bytes, length));
        assertThat(invented(read(), true)).as("%s cut to %d bytes", name(file), length).isEmpty();
      }
    } finally {
      Files.write(file, bytes);
    }
  }

  // What was deleted comes back where the deletion is damaged, and that is told; or where the log
  // ends before, as if it were to be written yet.
  private Set<String> invented(Outcome outcome, boolean deletedMayComeBack) {
    Set<String> invented = new HashSet<>(outcome.samples);
    invented.removeAll(whole);
    if (deletedMayComeBack) {
      invented.removeIf(DamagedServerFolderTest::wasDeleted);
    }
    return invented;
  }

  private static boolean wasDeleted(String line) {
    long seconds = Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)) / 1000 - START;
    return line.contains("\"jobs\"")
        ? seconds >= 600 && seconds <= 900
        : line.contains("\"sizes\"") && seconds >= 18_600 && seconds <= 18_900;
  }

  private static int[] chosen(int count) {
    if (count <= SOME) {
      return IntStream.range(0, count).toArray();
    }
    return new Random().ints(SOME, 0, count).toArray();
  }

  private static int used(byte[] bytes) {
    int used = bytes.length;
    while (used > 0 && bytes[used - 1] == 0) {
      used--;
    }
    return Math.min(bytes.length, used + ZEROS_TRIED);
  }

  private record Outcome(Set<String> samples, List<Diagnostic> damage) {}

  private Outcome read() throws IOException {
    try (TsdbSource source = TsdbSource.open(folder)) {
      Set<String> lines = new HashSet<>();
      for (Series series : source.select(List.of(), TimeRange.ALL)) {
        Samples samples = series.samples();
        String name = series.labels() + " ";
        for (int i = 0; i < samples.size(); i++) {
          lines.add(name + value(samples, i) + " " + samples.time(i));
        }
      }
      return new Outcome(lines, source.damage());
    }
  }

  private static long value(Samples samples, int i) {
    NativeHistogram histogram = samples.histogram(i);
    return histogram == null
        ? Double.doubleToRawLongBits(samples.value(i))
        : Double.doubleToRawLongBits(histogram.sum())
            ^ Double.doubleToRawLongBits(histogram.count())
            ^ Arrays.hashCode(histogram.positive().counts())
            ^ Arrays.hashCode(histogram.negative().counts());
  }
}
