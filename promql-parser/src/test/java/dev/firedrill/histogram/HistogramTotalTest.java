package dev.firedrill.histogram;

import static dev.firedrill.histogram.Histograms.histogram;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class HistogramTotalTest {
  @Test
  void keepsWhatRoundingWouldTakeFromEachNumber() {
    HistogramTotal total =
        HistogramTotal.sum(histogram("{{count:1 sum:1 z_bucket:1 buckets:[1] n_buckets:[1]}}"));
    total.add(
        histogram("{{count:1e100 sum:1e100 z_bucket:1e100 buckets:[1e100] n_buckets:[1e100]}}"));
    total.add(
        histogram(
            "{{count:-1e100 sum:-1e100 z_bucket:-1e100 buckets:[-1e100] n_buckets:[-1e100]}}"));
    assertThat(total.result().toNotation())
        .isEqualTo("{{count:1 sum:1 z_bucket:1 buckets:[1] n_buckets:[1]}}");
  }

  @Test
  void keepsWhatIsLostInBucketsThatAreMergedForACoarserSchema() {
    HistogramTotal total = HistogramTotal.sum(histogram("{{schema:1 offset:1 buckets:[1 1]}}"));
    total.add(histogram("{{schema:1 offset:1 buckets:[1e100 1]}}"));
    total.add(histogram("{{schema:0 offset:1 buckets:[-1e100]}}"));
    assertThat(total.result().toNotation()).isEqualTo("{{offset:1 buckets:[3]}}");
  }

  @Test
  void keepsWhatIsLostInBucketsThatTheZeroBucketSwallows() {
    HistogramTotal total = HistogramTotal.sum(histogram("{{offset:-1 buckets:[1]}}"));
    total.add(histogram("{{offset:-1 buckets:[1e100]}}"));
    total.add(histogram("{{z_bucket:-1e100 z_bucket_w:0.5}}"));
    assertThat(total.result().toNotation()).isEqualTo("{{z_bucket:1 z_bucket_w:0.5}}");
  }

  @Test
  void averagesWithoutLeavingTheRangeOfADouble() {
    HistogramTotal total = HistogramTotal.average(histogram("{{count:1e308 buckets:[1e308]}}"));
    total.add(histogram("{{count:1e308 buckets:[1e308]}}"));
    total.add(histogram("{{count:1e308 buckets:[1e308]}}"));
    assertThat(total.result().count()).isCloseTo(1e308, within());
    assertThat(total.result().positive().count(0)).isCloseTo(1e308, within());
  }

  private static Offset<Double> within() {
    return Offset.offset(1e293);
  }

  @Test
  void averagesInOneDivision() {
    HistogramTotal total = HistogramTotal.average(histogram("{{count:1 sum:2 buckets:[1]}}"));
    total.add(histogram("{{count:2 sum:5 buckets:[0 2]}}"));
    assertThat(total.result().toNotation()).isEqualTo("{{count:1.5 sum:3.5 buckets:[0.5 1]}}");
  }

  @Test
  void saysWhenBoundsDifferAndWhenHintsCollide() {
    HistogramTotal total =
        HistogramTotal.sum(
            histogram(
                "{{schema:-53 custom_values:[1 2] buckets:[1 2 3] counter_reset_hint:reset}}"));
    assertThat(total.reconciledBounds()).isFalse();
    total.add(
        histogram("{{schema:-53 custom_values:[2] buckets:[4 5] counter_reset_hint:not_reset}}"));
    assertThat(total.reconciledBounds()).isTrue();
    assertThat(total.hintsCollided()).isTrue();
    assertThat(total.result().toNotation())
        .isEqualTo("{{schema:-53 custom_values:[2] buckets:[7 8]}}");
  }

  @Test
  void refusesToMixCustomAndExponentialBuckets() {
    HistogramTotal total = HistogramTotal.sum(NativeHistogram.EMPTY);
    NativeHistogram custom = histogram("{{schema:-53 custom_values:[1] buckets:[1]}}");
    assertThatExceptionOfType(IncompatibleBucketsException.class)
        .isThrownBy(() -> total.add(custom));
  }
}
