package dev.firedrill.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.histogram.Buckets;
import dev.firedrill.histogram.CounterResetHint;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.StaleNaN;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {
  @Test
  void takesNoMemoryForHistogramsWhereThereAreNone() {
    Samples samples = new Samples();
    samples.append(1, 2);
    assertThat(samples.mayHoldHistograms()).isFalse();
    assertThat(samples.isHistogram(0)).isFalse();
    assertThat(samples.histogram(0)).isNull();
  }

  @Test
  void keepsHistogramsBesideNumbersAsItGrows() {
    Samples samples = new Samples();
    for (int i = 0; i < 20; i++) {
      samples.append(2L * i, i);
      samples.append(2L * i + 1, of(i));
    }
    for (int i = 0; i < 20; i++) {
      assertThat(samples.value(2 * i)).isEqualTo(i);
      assertThat(samples.isHistogram(2 * i)).isFalse();
      assertThat(samples.value(2 * i + 1)).isNaN();
      assertThat(samples.histogram(2 * i + 1)).isEqualTo(of(i));
    }
  }

  @Test
  void cutsHistogramsOutWithTheirTimes() {
    Samples samples = new Samples();
    samples.append(1, 1);
    samples.append(2, of(2));
    samples.append(3, StaleNaN.STALE_NAN);
    samples.append(4, of(4));
    Samples cut = samples.between(2, 4);
    assertThat(cut.histogram(0)).isEqualTo(of(2));
    assertThat(cut.withoutStaleness().size()).isEqualTo(2);
    assertThat(cut.withoutStaleness().histogram(1)).isEqualTo(of(4));
    assertThat(samples.withoutStaleness().numbers().size()).isEqualTo(1);
  }

  @Test
  void movesSamplesInTimeAsTheyAre() {
    Samples samples = new Samples();
    samples.append(10, 1);
    samples.startLast(5);
    samples.append(20, of(2));
    Samples moved = samples.movedBy(-7);
    assertThat(moved.time(0)).isEqualTo(3);
    assertThat(moved.start(0)).isEqualTo(-2);
    assertThat(moved.time(1)).isEqualTo(13);
    assertThat(moved.histogram(1)).isEqualTo(of(2));
    assertThat(moved.start(1)).isZero();
  }

  @Test
  void mergesHistogramsOfSeveralSources() {
    SeriesStore first = new SeriesStore();
    SeriesStore second = new SeriesStore();
    Labels labels = Labels.of("__name__", "latency");
    first.append(labels, 1, of(1));
    second.append(labels, 1, 7);
    second.append(labels, 2, of(2));
    Samples merged =
        MergedSource.of(List.of(first, second))
            .select(List.of(), TimeRange.ALL)
            .getFirst()
            .samples();
    assertThat(merged.size()).isEqualTo(2);
    assertThat(merged.histogram(0)).isEqualTo(of(1));
    assertThat(merged.histogram(1)).isEqualTo(of(2));
  }

  @Test
  void readsBackTheHintsThatPrometheusStoresHistogramsWith() {
    assertThat(hints(of(1), of(2), of(2), of(1), of(3)))
        .containsExactly(
            CounterResetHint.UNKNOWN,
            CounterResetHint.NOT_COUNTER_RESET,
            CounterResetHint.NOT_COUNTER_RESET,
            CounterResetHint.UNKNOWN,
            CounterResetHint.NOT_COUNTER_RESET);
  }

  @Test
  void tellsNothingOfResetsWhereAChunkOfCountersStarts() {
    NativeHistogram gauge = of(1).withHint(CounterResetHint.GAUGE);
    NativeHistogram reset = of(9).withHint(CounterResetHint.COUNTER_RESET);
    assertThat(hints(of(1), gauge, of(2), reset, of(9)))
        .containsExactly(
            CounterResetHint.UNKNOWN,
            CounterResetHint.GAUGE,
            CounterResetHint.UNKNOWN,
            CounterResetHint.UNKNOWN,
            CounterResetHint.NOT_COUNTER_RESET);
  }

  private static List<CounterResetHint> hints(NativeHistogram... histograms) {
    SeriesStore store = new SeriesStore();
    Labels labels = Labels.of("__name__", "latency");
    for (int i = 0; i < histograms.length; i++) {
      store.append(labels, i, histograms[i]);
    }
    Samples samples = store.get(labels).orElseThrow().samples();
    List<CounterResetHint> hints = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      NativeHistogram histogram = samples.histogram(i);
      assertThat(histogram).isNotNull();
      hints.add(histogram == null ? CounterResetHint.UNKNOWN : histogram.hint());
    }
    return hints;
  }

  private static NativeHistogram of(double count) {
    return new NativeHistogram(
        CounterResetHint.UNKNOWN,
        0,
        0,
        0,
        count,
        count,
        Buckets.of(0, count),
        Buckets.EMPTY,
        List.of());
  }
}
