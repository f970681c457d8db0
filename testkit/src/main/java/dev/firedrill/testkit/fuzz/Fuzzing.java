package dev.firedrill.testkit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DynamicTest;

/// Throws spoilt files at readers: no exception escapes.
///
/// A short run is part of every build. The profile `fuzz` runs as many inputs as
/// `-Dfuzz.inputs=1000000` says, shared among the targets, each input with its own seed counted up
/// from `-Dfuzz.seed`, and then also asks that no input takes a second. What fails is written to
/// `target/fuzz/` of the module.
public final class Fuzzing {
  private static final int INPUTS = Integer.getInteger("fuzz.inputs", 3_000);
  private static final long FIRST_SEED = Long.getLong("fuzz.seed", 1);
  private static final boolean TIMED = Boolean.getBoolean("fuzz.timed");
  private static final long LIMIT_NANOS = 1_000_000_000L;
  private static final List<Mutation> MUTATIONS = List.of(Mutation.values());

  private Fuzzing() {}

  /// What spoilt inputs are thrown at.
  @FunctionalInterface
  public interface Reader {
    /// Reads an input. Whatever it is, nothing may be thrown.
    void read(byte[] input) throws IOException;
  }

  /// A reader and what to spoil for it.
  ///
  /// @param seeds inputs to spoil, none empty
  /// @param timed whether each input is to be read in a second; not where an input may well ask for
  ///     more work than that
  public record Target(String name, List<byte[]> seeds, boolean timed, Reader reader) {
    public Target {
      seeds = List.copyOf(seeds);
    }

    /// A target with a limit of time.
    public Target(String name, List<byte[]> seeds, Reader reader) {
      this(name, seeds, true, reader);
    }
  }

  /// {@return a test for each target, which share the inputs}
  public static List<DynamicTest> tests(List<Target> targets) {
    int count = INPUTS / targets.size();
    List<DynamicTest> tests = new ArrayList<>();
    for (Target target : targets) {
      tests.add(DynamicTest.dynamicTest(target.name(), () -> fuzz(target, count)));
    }
    return tests;
  }

  private static void fuzz(Target target, int count) throws IOException {
    long slowest = 0;
    List<String> failures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] input = input(FIRST_SEED + i, target.seeds());
      long start = cpuNanos();
      try {
        target.reader().read(input);
      } catch (RuntimeException | IOException | StackOverflowError | OutOfMemoryError e) {
        failures.add(keep(target, FIRST_SEED + i, input) + ": " + e);
      }
      long took = cpuNanos() - start;
      slowest = Math.max(slowest, took);
      if (TIMED && target.timed() && took > LIMIT_NANOS) {
        failures.add(keep(target, FIRST_SEED + i, input) + ": took " + took / 1_000_000 + " ms");
      }
    }
    System.out.printf(
        "fuzz %s: %d inputs, slowest %d ms%n", target.name(), count, slowest / 1_000_000);
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

  private static Path keep(Target target, long seed, byte[] input) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "fuzz"));
    return Files.write(folder.resolve(target.name() + "-" + seed), input);
  }
}
