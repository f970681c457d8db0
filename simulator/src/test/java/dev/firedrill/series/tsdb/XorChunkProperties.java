package dev.firedrill.series.tsdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class XorChunkProperties {
  record Sample(long delta, long value) {}

  @Property
  void whatWasWrittenIsReadToTheBit(@ForAll("samples") List<Sample> samples) throws Exception {
    long[] times = times(samples);
    long[] values = samples.stream().mapToLong(Sample::value).toArray();
    byte[] chunk = XorWriter.chunk(times, values);

    long[] readTimes = new long[times.length];
    double[] readValues = new double[times.length];
    XorChunk.decode(padded(chunk), 0, chunk.length, readTimes, readValues, 0);

    assertThat(readTimes).isEqualTo(times);
    assertThat(Arrays.stream(readValues).mapToLong(Double::doubleToRawLongBits).toArray())
        .isEqualTo(values);
  }

  @Property
  void aChunkCutShortIsDamaged(@ForAll("samples") List<Sample> samples) {
    long[] values = samples.stream().mapToLong(Sample::value).toArray();
    byte[] chunk = XorWriter.chunk(times(samples), values);

    long[] readTimes = new long[values.length];
    double[] readValues = new double[values.length];
    for (int end = 0; end < chunk.length; end++) {
      byte[] bytes = padded(Arrays.copyOf(chunk, end));
      int length = end;
      assertThatThrownBy(() -> XorChunk.decode(bytes, 0, length, readTimes, readValues, 0))
          .isInstanceOf(DamagedException.class);
    }
  }

  @Property(tries = 3000)
  void bytesOfAnythingAreDecodedOrDamaged(@ForAll byte[] bytes) throws Exception {
    int claimed = bytes.length < 2 ? 0 : XorChunk.count(bytes, 0, bytes.length);
    try {
      XorChunk.decode(padded(bytes), 0, bytes.length, new long[claimed], new double[claimed], 0);
      assertThat(claimed).isLessThanOrEqualTo(bytes.length * 4);
    } catch (DamagedException e) {
      assertThat(e.text()).isNotEmpty();
    }
  }

  @Provide
  Arbitrary<List<Sample>> samples() {
    Arbitrary<Long> steady = Arbitraries.longs().between(14_990, 15_010);
    Arbitrary<Long> jumpy =
        Arbitraries.of(1L, 8192L, 8193L, 65_536L, 65_537L, 524_288L, 524_289L, 1L << 40);
    Arbitrary<Long> deltas = Arbitraries.oneOf(steady, jumpy);
    Arbitrary<Long> values =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 5).map(i -> Double.doubleToRawLongBits(i)),
            Arbitraries.doubles().map(Double::doubleToRawLongBits),
            Arbitraries.of(0x7ff0000000000002L, 0x7ff8000000000001L, Long.MIN_VALUE, -1L));
    return Combinators.combine(deltas, values).as(Sample::new).list().ofMinSize(1).ofMaxSize(130);
  }

  private static long[] times(List<Sample> samples) {
    long[] times = samples.stream().mapToLong(Sample::delta).toArray();
    times[0] = 1_795_000_000_000L - times[0];
    Arrays.parallelPrefix(times, Long::sum);
    return times;
  }

  private static byte[] padded(byte[] chunk) {
    return Arrays.copyOf(chunk, chunk.length + XorChunk.SLACK);
  }
}
