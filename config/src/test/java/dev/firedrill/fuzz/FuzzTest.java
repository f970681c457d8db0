package dev.firedrill.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.labels.Utf8;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Throws spoilt files at every reader: no exception escapes.
///
/// A short run is part of every build. The profile `fuzz` runs as many inputs as
/// `-Dfuzz.inputs=1000000` says, each with its own seed counted up from `-Dfuzz.seed`, and then
/// also asks that no input takes a second. What fails is written to `target/fuzz/`.
class FuzzTest {
  private static final int INPUTS = Integer.getInteger("fuzz.inputs", 3_000);
  private static final long FIRST_SEED = Long.getLong("fuzz.seed", 1);
  private static final boolean TIMED = Boolean.getBoolean("fuzz.timed");
  private static final long LIMIT_NANOS = 1_000_000_000L;
  private static final List<Mutation> MUTATIONS = List.of(Mutation.values());
  private static final Path ROOT = Path.of(System.getProperty("firedrill.root", ".."));

  @TestFactory
  List<DynamicTest> noInputMakesAReaderThrow() {
    List<byte[]> files = Seeds.below(folders());
    List<byte[]> parts = Parts.of(files);
    List<DynamicTest> tests = new ArrayList<>();
    for (FuzzTarget target : FuzzTarget.values()) {
      List<byte[]> seeds = target.readsParts() ? parts : files;
      String name = target.name().toLowerCase(Locale.ROOT);
      tests.add(DynamicTest.dynamicTest(name, () -> fuzz(target, seeds)));
    }
    return tests;
  }

  private static List<Path> folders() {
    List<Path> folders = new ArrayList<>(List.of(ROOT.resolve("testdata")));
    String more = System.getProperty("fuzz.corpus");
    if (more != null && Files.isDirectory(Path.of(more))) {
      folders.add(Path.of(more));
    }
    return folders;
  }

  private static void fuzz(FuzzTarget target, List<byte[]> seeds) throws Exception {
    int count = INPUTS / FuzzTarget.values().length;
    long slowest = 0;
    List<String> failures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] input = input(FIRST_SEED + i, seeds);
      long start = cpuNanos();
      try {
        target.run(Utf8.decode(input));
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        failures.add(keep(target, FIRST_SEED + i, input) + ": " + e);
      }
      long took = cpuNanos() - start;
      slowest = Math.max(slowest, took);
      if (TIMED && took > LIMIT_NANOS) {
        failures.add(keep(target, FIRST_SEED + i, input) + ": took " + took / 1_000_000 + " ms");
      }
    }
    System.out.printf("fuzz %s: %d inputs, slowest %d ms%n", target, count, slowest / 1_000_000);
    assertThat(failures).isEmpty();
  }

  // Of this thread alone, so that what else the machine does does not count.
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static byte[] input(long seed, List<byte[]> seeds) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] text = seeds.get(random.nextInt(seeds.size()));
    int times = 1 + random.nextInt(4);
    for (int i = 0; i < times && text.length > 0; i++) {
      Mutation mutation = MUTATIONS.get(random.nextInt(MUTATIONS.size()));
      text = mutation.apply(text, random, seeds);
    }
    return text;
  }

  private static Path keep(FuzzTarget target, long seed, byte[] input) throws Exception {
    Path folder = Files.createDirectories(Path.of("target", "fuzz"));
    return Files.write(folder.resolve(target + "-" + seed), input);
  }
}
