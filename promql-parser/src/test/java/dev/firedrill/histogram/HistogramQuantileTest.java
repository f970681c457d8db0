package dev.firedrill.histogram;

import static dev.firedrill.histogram.Histograms.histogram;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistogramQuantileTest {
  private static final String EXPONENTIAL = "{{schema:-1 count:4 sum:9 offset:1 buckets:[2 2]}}";
  private static final String CUSTOM =
      "{{schema:-53 count:8 sum:9 custom_values:[2 4] buckets:[2 4 2]}}";

  @ParameterizedTest
  @CsvSource({
    "-0.1, -Infinity",
    "1.1, Infinity",
    "NaN, NaN",
    // (1,4]:2 (4,16]:2, by logarithms
    "0, 1",
    "0.25, 2",
    "0.5, 4",
    "0.75, 8",
    "1, 16",
  })
  void interpolatesExponentiallyInExponentialBuckets(double q, Double expected) {
    assertThat(HistogramQuantile.of(histogram(EXPONENTIAL), q).value()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.125, 1", "0.25, 2", "0.5, 3", "0.75, 4", "0.9, 4", "1, 4"})
  void interpolatesLinearlyBetweenCustomBounds(double q, double expected) {
    assertThat(HistogramQuantile.of(histogram(CUSTOM), q).value()).isEqualTo(expected);
  }

  @Test
  void takesTheZeroBucketForTheSideThatHasBuckets() {
    NativeHistogram above = histogram("{{count:4 z_bucket:4 z_bucket_w:1 buckets:[0 0]}}");
    assertThat(HistogramQuantile.of(above, 0.25).value()).isEqualTo(0.25);
    NativeHistogram alone = histogram("{{count:4 z_bucket:4 z_bucket_w:1}}");
    assertThat(HistogramQuantile.of(alone, 0.25).value()).isEqualTo(-0.5);
    NativeHistogram below =
        histogram("{{count:4 z_bucket:2 z_bucket_w:1 n_offset:1 n_buckets:[2]}}");
    assertThat(HistogramQuantile.of(below, 0.75).value()).isEqualTo(-0.5);
  }

  @Test
  void mirrorsNegativeBuckets() {
    NativeHistogram negative = histogram("{{schema:-1 count:4 n_offset:1 n_buckets:[2 2]}}");
    assertThat(HistogramQuantile.of(negative, 0.25).value()).isEqualTo(-8);
    assertThat(HistogramQuantile.of(negative, 0.75).value()).isEqualTo(-2);
  }

  @Test
  void isNaNWithoutObservations() {
    assertThat(HistogramQuantile.of(NativeHistogram.EMPTY, 0.5).value()).isNaN();
    assertThat(HistogramFraction.of(NativeHistogram.EMPTY, 0, 1).value()).isNaN();
  }

  @Test
  void countsObservationsOfNaNAsTheHighest() {
    NativeHistogram nans = histogram("{{schema:-1 count:4 sum:NaN offset:1 buckets:[3]}}");
    assertThat(HistogramQuantile.of(nans, 1))
        .returns(HistogramQuantile.Note.NAN_RESULT, HistogramQuantile::note)
        .returns(true, quantile -> Double.isNaN(quantile.value()));
    assertThat(HistogramQuantile.of(nans, 0.375))
        .isEqualTo(new HistogramQuantile(2, HistogramQuantile.Note.NAN_SKEW));
    assertThat(HistogramFraction.of(nans, 0, 4)).isEqualTo(new HistogramFraction(0.75, true));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 4, 0.5",
    "1, 2, 0.25",
    "2, 8, 0.5",
    "4, 1, 0",
    "-5, 99, 1",
    "NaN, 1, NaN",
    "-Infinity, Infinity, 1"
  })
  void findsTheShareBetweenTwoValues(double lower, double upper, Double share) {
    assertThat(HistogramFraction.of(histogram(EXPONENTIAL), lower, upper).value()).isEqualTo(share);
  }

  @ParameterizedTest
  @CsvSource({"2, 4, 0.5", "2, 3, 0.25", "4, 99, 0", "2, Infinity, 0.75"})
  void findsTheShareBetweenCustomBounds(double lower, double upper, double share) {
    assertThat(HistogramFraction.of(histogram(CUSTOM), lower, upper).value()).isEqualTo(share);
  }

  @Test
  void estimatesMeanAndVarianceFromTheMiddlesOfBuckets() {
    NativeHistogram custom =
        histogram("{{schema:-53 count:4 sum:16 custom_values:[2 4 6] offset:1 buckets:[2 2]}}");
    // middles 3 and 5, mean 4
    assertThat(custom.mean()).isEqualTo(4);
    assertThat(custom.variance()).isEqualTo(1);
    // middles 2 and 8, mean 5
    NativeHistogram exponential = histogram("{{schema:-1 count:4 sum:20 offset:1 buckets:[2 2]}}");
    assertThat(exponential.variance()).isEqualTo(9);
  }
}
