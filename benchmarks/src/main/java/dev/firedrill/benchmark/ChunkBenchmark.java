package dev.firedrill.benchmark;

import dev.firedrill.series.tsdb.DamagedException;
import dev.firedrill.series.tsdb.XorChunk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// XOR chunks that promtool wrote, decoded, beside a scan of what was decoded.
///
/// Divide a time by the number of samples, which is printed, to know what a sample costs.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ChunkBenchmark {
  private static final int HEADER = 8;
  private static final int CHECKSUM = 4;

  /// The file of a block with its chunks.
  @Param("")
  public String file = "";

  /// Which of its chunks: blocks of `replay.sh` have a gauge of fractions first, then a counter.
  @Param({"first", "second"})
  public String half = "";

  private final List<int[]> chunks = new ArrayList<>();
  private byte[] bytes = new byte[0];
  private long[] times = new long[0];
  private double[] values = new double[0];

  /// Finds the chunks and decodes them for the scan.
  @Setup
  public void read() throws IOException, DamagedException {
    byte[] content = Files.readAllBytes(Path.of(file));
    bytes = Arrays.copyOf(content, content.length + XorChunk.SLACK);
    List<int[]> all = new ArrayList<>();
    int at = HEADER;
    while (at < content.length) {
      int length = 0;
      int shift = 0;
      do {
        length |= (bytes[at] & 0x7f) << shift;
        shift += 7;
      } while (bytes[at++] < 0);
      all.add(new int[] {at + 1, at + 1 + length});
      at += 1 + length + CHECKSUM;
    }
    int middle = all.size() / 2;
    chunks.addAll(half.equals("first") ? all.subList(0, middle) : all.subList(middle, all.size()));
    int samples = 0;
    for (int[] chunk : chunks) {
      samples += XorChunk.count(bytes, chunk[0], chunk[1]);
    }
    times = new long[samples];
    values = new double[samples];
    decode();
    System.out.println(samples + " samples");
  }

  /// {@return how many samples were decoded}
  @Benchmark
  public int decode() throws DamagedException {
    int count = 0;
    for (int[] chunk : chunks) {
      XorChunk.decode(bytes, chunk[0], chunk[1], times, values, count);
      count += XorChunk.count(bytes, chunk[0], chunk[1]);
    }
    return count;
  }

  /// {@return the sum of all times and values}
  @Benchmark
  public double scan() {
    long time = 0;
    double sum = 0;
    for (int i = 0; i < times.length; i++) {
      time += times[i];
      sum += values[i];
    }
    return time + sum;
  }
}
