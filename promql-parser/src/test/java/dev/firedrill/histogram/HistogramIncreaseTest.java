package dev.firedrill.histogram;

import static dev.firedrill.histogram.Histograms.histogram;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HistogramIncreaseTest {
  @Test
  void isTheLastLessTheFirst() {
    HistogramIncrease increase =
        increase("{{count:3 sum:5 buckets:[1 2]}}", "{{count:7 sum:9 buckets:[1 2 4]}}");
    assertThat(text(increase))
        .isEqualTo("{{count:4 sum:4 counter_reset_hint:gauge offset:2 buckets:[4]}}");
    assertThat(increase.notes()).isEmpty();
  }

  @Test
  void addsWhatResetsHaveTaken() {
    HistogramIncrease increase =
        increase(
            "{{count:3 buckets:[3]}}",
            "{{count:5 buckets:[5]}}",
            "{{count:1 buckets:[1]}}",
            "{{count:4 buckets:[4]}}");
    assertThat(text(increase)).isEqualTo("{{count:6 counter_reset_hint:gauge buckets:[6]}}");
  }

  @Test
  void forgetsTheFirstBeforeAReset() {
    HistogramIncrease increase = increase("{{count:9 buckets:[9]}}", "{{count:2 buckets:[2]}}");
    assertThat(text(increase)).isEqualTo("{{count:2 counter_reset_hint:gauge buckets:[2]}}");
  }

  @Test
  void goesByTheCoarsestSchema() {
    HistogramIncrease increase =
        increase(
            "{{schema:1 count:1 offset:1 buckets:[1]}}",
            "{{schema:0 count:2 offset:1 buckets:[2]}}",
            "{{schema:0 count:4 offset:1 buckets:[3 1]}}");
    assertThat(text(increase))
        .isEqualTo("{{count:3 counter_reset_hint:gauge offset:1 buckets:[2 1]}}");
  }

  @Test
  void isOfGaugesWhateverTheyDo() {
    List<NativeHistogram> gauges =
        Stream.of(
                "{{count:5 buckets:[5] counter_reset_hint:gauge}}",
                "{{count:2 buckets:[2] counter_reset_hint:gauge}}")
            .map(Histograms::histogram)
            .toList();
    HistogramIncrease delta = HistogramIncrease.of(gauges, false);
    assertThat(text(delta)).isEqualTo("{{count:-3 counter_reset_hint:gauge buckets:[-3]}}");
    assertThat(delta.notes()).isEmpty();
    assertThat(HistogramIncrease.of(gauges, true).notes())
        .containsExactly(HistogramIncrease.Note.NOT_COUNTER);
  }

  @Test
  void saysWhatDoesNotFit() {
    NativeHistogram custom = histogram("{{schema:-53 count:1 custom_values:[1] buckets:[1]}}");
    NativeHistogram other = histogram("{{schema:-53 count:2 custom_values:[1 2] buckets:[2]}}");
    NativeHistogram plain = histogram("{{count:1 buckets:[1]}}");
    HistogramIncrease mixed = HistogramIncrease.of(List.of(custom, plain, custom), true);
    assertThat(mixed.value()).isEmpty();
    assertThat(mixed.notes()).containsExactly(HistogramIncrease.Note.MIXED_SCHEMAS);
    assertThat(HistogramIncrease.of(List.of(custom, other), true).notes())
        .containsExactly(HistogramIncrease.Note.RECONCILED_SUBTRACTING);
    assertThat(HistogramIncrease.of(List.of(plain, plain), false).notes())
        .containsExactly(HistogramIncrease.Note.NOT_GAUGE);
  }

  private static HistogramIncrease increase(String... notations) {
    return HistogramIncrease.of(Stream.of(notations).map(Histograms::histogram).toList(), true);
  }

  private static String text(HistogramIncrease increase) {
    return increase.value().orElseThrow().toNotation();
  }
}
