package dev.firedrill.engine.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.engine.operator.KahanSum;
import dev.firedrill.series.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/// What is told from the exact sum has the bits of the compensation, wherever it says so.
class FixedPointProperties {
  @Property(tries = 5000)
  void whatIsLostIsTheCompensation(
      @ForAll("series") List<Double> values,
      @ForAll @IntRange(min = 1, max = 50) int size,
      @ForAll @IntRange(min = 1, max = 9) int step) {
    Samples samples = samples(values);
    Optional<FixedPoint> whole = FixedPoint.of(samples);
    Optional<FixedPoint> another = FixedPoint.of(samples);
    for (int to = 1; to <= values.size(); to += step) {
      int from = Math.max(0, to - size);
      KahanSum sum = new KahanSum();
      values.subList(from, to).forEach(sum::add);
      if (whole.isPresent() && whole.get().isExact(to - from)) {
        assertThat(bits(whole.get().lost(from, to, sum.sum()))).isEqualTo(bits(sum.compensation()));
        assertThat(bits(another.orElseThrow().sum(from, to))).isEqualTo(bits(sum.total()));
      }
    }
  }

  @Property
  void fractionsOfFewDigitsAreExact(
      @ForAll List<@IntRange(min = -2_000_000, max = 2_000_000) Integer> values) {
    List<Double> fractions = values.stream().map(value -> value / 10_000.0).toList();
    assertThat(FixedPoint.of(samples(fractions)).orElseThrow().isExact(6000)).isTrue();
  }

  @Property
  void whatIsFarApartIsNot(@ForAll @IntRange(min = 70, max = 300) int apart) {
    List<Double> values = List.of(1.1, Math.scalb(1.1, apart));
    assertThat(FixedPoint.of(samples(values)).map(whole -> whole.isExact(2)).orElse(false))
        .isFalse();
  }

  @Property
  void nothingIsToldOfWhatIsNotFinite(@ForAll("series") List<Double> values) {
    for (double odd : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1e300}) {
      List<Double> all = new ArrayList<>(values);
      all.add(odd);
      assertThat(FixedPoint.of(samples(all))).isEmpty();
    }
  }

  @Provide
  Arbitrary<List<Double>> series() {
    Arbitrary<Double> decimals =
        Arbitraries.integers().between(-30_000, 30_000).map(value -> value / 10_000.0);
    Arbitrary<Double> near = Arbitraries.doubles().between(-4, 4);
    Arbitrary<Double> wide =
        Arbitraries.integers()
            .between(-40, 40)
            .flatMap(
                exponent -> Arbitraries.doubles().between(-2, 2).map(d -> Math.scalb(d, exponent)));
    Arbitrary<Double> odd =
        Arbitraries.of(0.0, -0.0, Double.MIN_VALUE, 0x1p60, -0x1p60, 0x1p-1000, 0.1, -0.1);
    return Arbitraries.oneOf(
        decimals.list().ofMinSize(1).ofMaxSize(120),
        near.list().ofMinSize(1).ofMaxSize(120),
        Arbitraries.oneOf(decimals, near).list().ofMinSize(1).ofMaxSize(120),
        wide.list().ofMinSize(1).ofMaxSize(120),
        Arbitraries.frequencyOf(Tuple.of(20, decimals), Tuple.of(1, odd))
            .list()
            .ofMinSize(1)
            .ofMaxSize(120));
  }

  private static Samples samples(List<Double> values) {
    Samples samples = new Samples();
    for (int i = 0; i < values.size(); i++) {
      samples.append(i, values.get(i));
    }
    return samples;
  }

  private static long bits(double value) {
    return Double.doubleToRawLongBits(value);
  }
}
