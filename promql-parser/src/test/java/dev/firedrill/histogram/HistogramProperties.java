package dev.firedrill.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class HistogramProperties {
  @Property
  void subtractingWhatWasAddedGivesTheBucketsBack(
      @ForAll("histograms") NativeHistogram left, @ForAll("histograms") NativeHistogram right) {
    NativeHistogram back = left.plus(right).minus(right).compacted();
    NativeHistogram coarse = left.toSchema(Math.min(left.schema(), right.schema())).compacted();
    assertThat(back.sameAs(coarse)).isTrue();
  }

  @Property
  void aSumOfWholeNumbersDoesNotDependOnTheOrder(
      @ForAll @Size(min = 1, max = 6) List<@From("histograms") NativeHistogram> all,
      @ForAll long seed) {
    List<NativeHistogram> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(sum(shuffled).sameAs(sum(all))).isTrue();
    NativeHistogram plain = all.getFirst();
    for (NativeHistogram next : all.subList(1, all.size())) {
      plain = plain.plus(next);
    }
    assertThat(sum(all).sameAs(plain.compacted())).isTrue();
  }

  private static NativeHistogram sum(List<NativeHistogram> all) {
    HistogramTotal total = HistogramTotal.sum(all.getFirst());
    all.subList(1, all.size()).forEach(total::add);
    return total.result().compacted();
  }

  @Property
  void aHistogramWithMoreInItIsNoReset(
      @ForAll("histograms") NativeHistogram before, @ForAll("histograms") NativeHistogram more) {
    assertThat(before.plus(more).isResetAfter(before)).isFalse();
  }

  @Property
  void quantilesRise(
      @ForAll("histograms") NativeHistogram histogram,
      @ForAll @DoubleRange(min = 0, max = 1) double one,
      @ForAll @DoubleRange(min = 0, max = 1) double other) {
    double low = HistogramQuantile.of(histogram, Math.min(one, other)).value();
    double high = HistogramQuantile.of(histogram, Math.max(one, other)).value();
    assertThat(Double.isNaN(low) || low <= high + Math.abs(high) * 1e-12).isTrue();
  }

  @Property
  void theFractionBelowAQuantileIsTheQuantile(
      @ForAll("histograms") NativeHistogram histogram,
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double q) {
    if (histogram.count() > 0) {
      double value = HistogramQuantile.of(histogram, q).value();
      double fraction = HistogramFraction.of(histogram, Double.NEGATIVE_INFINITY, value).value();
      assertThat(fraction).isCloseTo(q, within(1e-9));
    }
  }

  @Property
  void whatIsBelowAndWhatIsAboveMakeTheWhole(
      @ForAll("histograms") NativeHistogram histogram,
      @ForAll @DoubleRange(min = -40, max = 40) double limit) {
    double parts = histogram.below(limit).count() + histogram.above(limit).count();
    assertThat(parts).isCloseTo(histogram.count(), within(1e-9));
  }

  @Property
  void fillingGapsChangesNoCount(@ForAll("histograms") NativeHistogram histogram) {
    NativeHistogram filled = histogram.compacted(2);
    assertThat(filled.compacted().sameAs(histogram.compacted())).isTrue();
    assertThat(filled.positive().spans().stream().skip(1).allMatch(span -> span.offset() > 2))
        .isTrue();
  }

  @Property
  void classicBucketsHoldAllThatCustomBoundsHold(
      @ForAll @Size(4) List<@IntRange(max = 9) Integer> counts) {
    double[] all = counts.stream().mapToDouble(Integer::doubleValue).toArray();
    double count = all[0] + all[1] + all[2] + all[3];
    NativeHistogram custom =
        NativeHistogram.EMPTY
            .withTotals(count, 5)
            .withBuckets(Buckets.of(0, all), Buckets.EMPTY)
            .compacted();
    NativeHistogram histogram =
        new NativeHistogram(
            CounterResetHint.UNKNOWN,
            BucketBounds.CUSTOM_SCHEMA,
            0,
            0,
            count,
            5,
            custom.positive(),
            Buckets.EMPTY,
            List.of(1.0, 2.0, 4.0));
    List<ClassicBuckets.Cumulative> classic = ClassicBuckets.of(histogram);
    assertThat(classic.getLast())
        .isEqualTo(new ClassicBuckets.Cumulative(Double.POSITIVE_INFINITY, count));
    assertThat(classic.get(1).count()).isEqualTo(all[0] + all[1]);
    assertThat(ClassicBuckets.toNative(classic, count, 5).sameAs(histogram)).isTrue();
  }

  @Provide
  Arbitrary<NativeHistogram> histograms() {
    Arbitrary<Buckets> buckets =
        Combinators.combine(
                Arbitraries.integers().between(-3, 3),
                Arbitraries.integers().between(0, 5).array(int[].class).ofMaxSize(5))
            .as(HistogramProperties::buckets);
    return Combinators.combine(
            Arbitraries.integers().between(-1, 2),
            Arbitraries.integers().between(0, 4),
            buckets,
            buckets)
        .as(HistogramProperties::histogram);
  }

  private static Buckets buckets(int offset, int[] counts) {
    double[] values = new double[counts.length];
    for (int i = 0; i < counts.length; i++) {
      values[i] = counts[i];
    }
    return Buckets.of(offset, values);
  }

  private static NativeHistogram histogram(int schema, int zeros, Buckets above, Buckets below) {
    double count = zeros;
    for (double bucket : above.counts()) {
      count += bucket;
    }
    for (double bucket : below.counts()) {
      count += bucket;
    }
    return new NativeHistogram(
        CounterResetHint.UNKNOWN, schema, 0.001, zeros, count, 3 * count, above, below, List.of());
  }
}
