package dev.firedrill.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.firedrill.promql.series.SeriesNotation;
import dev.firedrill.promql.series.SeriesResult;
import dev.firedrill.promql.series.SeriesValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeHistogramTest {
  @Test
  void printsBucketsFromTheLowestValueUp() {
    assertThat(
            histogram(
                "{{schema:0 count:20 sum:1e6 z_bucket:2 z_bucket_w:0.001 offset:-1 buckets:[1 0 3]"
                    + " n_buckets:[4 5]}}"))
        .hasToString(
            "{count:20, sum:1e+06, [-2,-1):5, [-1,-0.5):4, [-0.001,0.001]:2, (0.25,0.5]:1,"
                + " (1,2]:3}");
    assertThat(NativeHistogram.EMPTY).hasToString("{count:0, sum:0}");
  }

  @Test
  void printsCustomBounds() {
    assertThat(histogram("{{schema:-53 count:6 sum:9 custom_values:[1 5] buckets:[1 2 3]}}"))
        .hasToString("{count:6, sum:9, [-Inf,1]:1, (1,5]:2, (5,+Inf]:3}");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 1",
    "0, 10, 1024",
    "0, -3, 0.125",
    "0, 1024, 1.7976931348623157e308",
    "0, 1025, Infinity",
    "-2, 1, 16",
    "-4, 64, 1.7976931348623157e308",
    "-4, 65, Infinity",
    "1, 1, 1.414213562373095",
    "1, -1, 0.7071067811865475",
    "8, 1, 1.0027112750502025",
    "8, 256, 2"
  })
  void knowsTheBoundsOfPrometheus(int schema, int index, double bound) {
    assertThat(BucketBounds.upper(schema, index, List.of())).isEqualTo(bound);
  }

  @Test
  void addsBucketsThatOneSideLacks() {
    NativeHistogram sum =
        histogram("{{offset:2 buckets:[1 1]}}").plus(histogram("{{offset:0 buckets:[1 2 3 4 5]}}"));
    assertThat(sum.positive().spans()).containsExactly(new BucketSpan(0, 2), new BucketSpan(0, 3));
    assertThat(sum.toNotation()).isEqualTo("{{buckets:[1 2 4 5 5]}}");
    assertThat(sum.compacted().positive().spans()).containsExactly(new BucketSpan(0, 5));
  }

  @Test
  void joinsTheSpanBeforeThenTheOneAfter() {
    Buckets base = Buckets.of(List.of(new BucketSpan(0, 1), new BucketSpan(3, 1)), 1, 1);
    NativeHistogram left = NativeHistogram.EMPTY.withBuckets(base, Buckets.EMPTY);
    assertThat(left.plus(at(1)).positive().spans())
        .containsExactly(new BucketSpan(0, 2), new BucketSpan(2, 1));
    assertThat(left.plus(at(3)).positive().spans())
        .containsExactly(new BucketSpan(0, 1), new BucketSpan(2, 2));
    assertThat(left.plus(at(2)).positive().spans())
        .containsExactly(new BucketSpan(0, 1), new BucketSpan(1, 1), new BucketSpan(1, 1));
  }

  @Test
  void subtractsInTheCoarserSchemaAndKeepsEmptyBuckets() {
    NativeHistogram difference =
        histogram("{{schema:1 count:6 sum:4 offset:1 buckets:[1 2 3]}}")
            .minus(histogram("{{schema:0 count:3 sum:1 offset:1 buckets:[3]}}"));
    assertThat(difference.positive()).isEqualTo(Buckets.of(1, 0, 3));
    assertThat(difference.toNotation()).isEqualTo("{{count:3 sum:3 offset:2 buckets:[3]}}");
  }

  @Test
  void widensTheZeroBucketToTheEndOfABucketThatIsNotEmpty() {
    NativeHistogram sum =
        histogram("{{z_bucket:1 z_bucket_w:0.1 offset:-2 buckets:[1 1 1]}}")
            .plus(histogram("{{z_bucket:5 z_bucket_w:0.3 offset:1 buckets:[7]}}"));
    assertThat(sum.toNotation()).isEqualTo("{{z_bucket:8 z_bucket_w:0.5 buckets:[1 7]}}");
  }

  @Test
  void keepsOnlySharedCustomBounds() {
    NativeHistogram sum =
        histogram("{{schema:-53 custom_values:[1 2 4] buckets:[1 2 3 4]}}")
            .plus(histogram("{{schema:-53 custom_values:[2 3] buckets:[10 20 30]}}"));
    assertThat(sum.toNotation()).isEqualTo("{{schema:-53 custom_values:[2] buckets:[13 57]}}");
  }

  @Test
  void refusesToMixCustomAndExponentialBuckets() {
    NativeHistogram custom = histogram("{{schema:-53 custom_values:[1] buckets:[1]}}");
    assertThatExceptionOfType(IncompatibleBucketsException.class)
        .isThrownBy(() -> custom.plus(NativeHistogram.EMPTY));
  }

  @ParameterizedTest
  @CsvSource({
    "UNKNOWN, GAUGE, GAUGE",
    "GAUGE, COUNTER_RESET, GAUGE",
    "UNKNOWN, NOT_COUNTER_RESET, UNKNOWN",
    "COUNTER_RESET, COUNTER_RESET, COUNTER_RESET",
    "COUNTER_RESET, NOT_COUNTER_RESET, UNKNOWN"
  })
  void combinesHints(CounterResetHint left, CounterResetHint right, CounterResetHint combined) {
    assertThat(left.combinedWith(right)).isEqualTo(combined);
  }

  private static NativeHistogram at(int index) {
    return NativeHistogram.EMPTY.withBuckets(Buckets.of(index, 1), Buckets.EMPTY);
  }

  private static NativeHistogram histogram(String notation) {
    SeriesResult result = SeriesNotation.parse("{} " + notation);
    assertThat(result).isInstanceOf(SeriesResult.Parsed.class);
    SeriesValue value = ((SeriesResult.Parsed) result).series().values().getFirst();
    return ((SeriesValue.HistogramSample) value).histogram();
  }
}
