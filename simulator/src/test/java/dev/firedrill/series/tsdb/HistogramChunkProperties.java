package dev.firedrill.series.tsdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.histogram.BucketSpan;
import dev.firedrill.histogram.CounterResetHint;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.series.Samples;
import dev.firedrill.series.tsdb.HistogramWriter.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Chunks of native histograms and of XOR2, written as their descriptions say.
class HistogramChunkProperties {
  private static final List<BucketSpan> POSITIVE =
      List.of(new BucketSpan(-2, 2), new BucketSpan(3, 1));
  private static final List<BucketSpan> NEGATIVE = List.of(new BucketSpan(1, 2));
  private static final List<BucketSpan> CUSTOM = List.of(new BucketSpan(0, 5));
  private static final long[] BOUNDS = bits(0.005, 1, 2.5, 1.0 / 3);
  private static final int GAUGE = 3;

  private static long[] bits(double... values) {
    return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
  }

  private static List<Sample> samples(Random random, int count, boolean floats, boolean starts) {
    List<Sample> samples = new ArrayList<>();
    long time = 1_795_000_000_000L;
    long start = starts && random.nextBoolean() ? time - 77_000 : 0;
    int[] sizes = {1, 100, 100_000, 1 << 30};
    for (int i = 0; i < count; i++) {
      time += random.nextInt(4) == 0 ? 1 + random.nextInt(1 << 22) : 15_000;
      start = starts && random.nextInt(40) == 0 ? time - random.nextInt(100_000) : start;
      int size = sizes[random.nextInt(4)];
      List<Long> buckets = new ArrayList<>();
      for (int b = 0; b < 5; b++) {
        buckets.add(number(random, size, floats) - (floats || b % 3 == 0 ? 0 : size / 2));
      }
      // A marker is the last: only markers may follow it.
      boolean stale = i > 0 && (samples.getLast().stale() || random.nextInt(60) == 0);
      long sum = stale ? StaleNaN.STALE_BITS : Double.doubleToRawLongBits(random.nextInt(5) * 0.25);
      samples.add(
          new Sample(
              time,
              number(random, size, floats),
              number(random, size, floats),
              sum,
              buckets,
              stale,
              start));
    }
    return samples;
  }

  private static long number(Random random, int size, boolean floats) {
    long number = random.nextInt(size);
    return floats ? Double.doubleToRawLongBits(number * 0.1) : number;
  }

  private static byte[] chunk(
      List<Sample> samples, boolean floats, boolean starts, boolean custom, int header) {
    return HistogramWriter.chunk(
        floats,
        starts,
        header,
        custom ? BOUNDS : new long[0],
        custom ? CUSTOM : POSITIVE,
        custom ? List.of() : NEGATIVE,
        samples);
  }

  private static Samples decode(byte[] chunk, boolean floats, boolean starts)
      throws DamagedException {
    int encoding = (floats ? 3 : 2) + (starts ? 3 : 0);
    byte[] padded = Arrays.copyOf(chunk, chunk.length + XorChunk.SLACK);
    return ChunkEncoding.decode(encoding, padded, 0, chunk.length);
  }

  @Property(tries = 400)
  void histogramsAreReadAsTheyWereWritten(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 200) int count,
      @ForAll boolean floats,
      @ForAll boolean starts,
      @ForAll boolean custom,
      @ForAll boolean gauge)
      throws DamagedException {
    List<Sample> written = samples(new Random(seed), count, floats, starts);
    byte[] chunk = chunk(written, floats, starts, custom, gauge ? GAUGE : 1);
    Samples read = decode(chunk, floats, starts);
    assertThat(read.size()).isEqualTo(count);
    assertThat(ChunkEncoding.count(starts ? 5 : 2, chunk, 0, chunk.length)).isEqualTo(count);
    for (int i = 0; i < count; i++) {
      Sample sample = written.get(i);
      assertThat(read.time(i)).isEqualTo(sample.time());
      assertThat(read.start(i)).isEqualTo(sample.start());
      assertThat(StaleNaN.isStale(read.value(i))).isEqualTo(sample.stale());
      if (!sample.stale()) {
        NativeHistogram histogram = Objects.requireNonNull(read.histogram(i));
        checkNumbers(histogram, sample, floats);
        assertThat(histogram.hint()).isEqualTo(hint(i, gauge));
        assertThat(counts(histogram)).isEqualTo(counts(sample, floats, custom));
        assertThat(histogram.customBounds())
            .isEqualTo(custom ? List.of(0.005, 1.0, 2.5, 1.0 / 3) : List.of());
      }
    }
  }

  private static CounterResetHint hint(int index, boolean gauge) {
    if (gauge) {
      return CounterResetHint.GAUGE;
    }
    return index == 0 ? CounterResetHint.UNKNOWN : CounterResetHint.NOT_COUNTER_RESET;
  }

  private static void checkNumbers(NativeHistogram histogram, Sample sample, boolean floats) {
    assertThat(histogram.count()).isEqualTo(value(sample.count(), floats));
    assertThat(histogram.zeroCount()).isEqualTo(value(sample.zeros(), floats));
    assertThat(histogram.sum()).isEqualTo(Double.longBitsToDouble(sample.sum()));
  }

  private static double value(long number, boolean floats) {
    return floats ? Double.longBitsToDouble(number) : number;
  }

  private static List<Double> counts(NativeHistogram histogram) {
    List<Double> counts = new ArrayList<>();
    Arrays.stream(histogram.positive().counts()).forEach(counts::add);
    Arrays.stream(histogram.negative().counts()).forEach(counts::add);
    return counts;
  }

  // Whole counts are differences to the bucket before, above and below zero each.
  private static List<Double> counts(Sample sample, boolean floats, boolean custom) {
    List<Double> counts = new ArrayList<>();
    double before = 0;
    for (int b = 0; b < sample.buckets().size(); b++) {
      before = b == 3 && !custom ? 0 : before;
      before = floats ? 0 : before;
      before += value(sample.buckets().get(b), floats);
      counts.add(before);
    }
    return counts;
  }

  @Property(tries = 30)
  void aChunkCutShortIsDamaged(@ForAll long seed, @ForAll boolean floats, @ForAll boolean starts) {
    List<Sample> written = samples(new Random(seed), 5, floats, starts);
    byte[] chunk = chunk(written, floats, starts, false, 1);
    for (int end = 0; end < chunk.length; end++) {
      byte[] cut = Arrays.copyOf(chunk, end);
      assertThatThrownBy(() -> decode(cut, floats, starts)).isInstanceOf(DamagedException.class);
    }
  }

  @Property(tries = 3000)
  void bytesOfAnythingAreDecodedOrDamaged(
      @ForAll byte[] bytes, @ForAll @IntRange(min = 2, max = 6) int encoding) {
    byte[] padded = Arrays.copyOf(bytes, bytes.length + XorChunk.SLACK);
    try {
      assertThat(ChunkEncoding.decode(encoding, padded, 0, bytes.length).size())
          .isLessThanOrEqualTo(bytes.length * 8);
    } catch (DamagedException e) {
      assertThat(e.text()).isNotEmpty();
    }
  }

  @Property(tries = 500)
  void numbersOfXor2AreReadToTheBit(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int count) throws DamagedException {
    Random random = new Random(seed);
    List<Sample> shape = samples(random, count, false, random.nextBoolean());
    long[] times = shape.stream().mapToLong(Sample::time).toArray();
    long[] starts = shape.stream().mapToLong(Sample::start).toArray();
    long[] values = new long[count];
    for (int i = 0; i < count; i++) {
      values[i] =
          switch (random.nextInt(8)) {
            case 0 -> StaleNaN.STALE_BITS;
            case 1 -> Double.doubleToRawLongBits(random.nextGaussian());
            case 2 -> random.nextLong();
            default -> Double.doubleToRawLongBits(random.nextInt(3));
          };
    }
    byte[] chunk = Xor2Writer.chunk(times, values, starts, HistogramWriter.startsHeader(shape));
    byte[] padded = Arrays.copyOf(chunk, chunk.length + XorChunk.SLACK);
    Samples read = ChunkEncoding.decode(4, padded, 0, chunk.length);
    assertThat(read.size()).isEqualTo(count);
    for (int i = 0; i < count; i++) {
      assertThat(read.time(i)).isEqualTo(times[i]);
      assertThat(read.start(i)).isEqualTo(starts[i]);
      assertThat(Double.doubleToRawLongBits(read.value(i))).isEqualTo(values[i]);
    }
  }
}
