package dev.firedrill.series.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.labels.Labels;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.series.TimeRange;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataSurveyTest {
  private static final long HOUR = 3_600_000;

  private final SeriesStore store = new SeriesStore();

  private void add(String name, String job, long from, long to, long step) {
    Labels labels = Labels.of("__name__", name, "job", job);
    for (long time = from; time <= to; time += step) {
      store.append(labels, time, 1);
    }
  }

  private DataSurvey survey() {
    return DataSurvey.of(store, TimeRange.ALL, _ -> {});
  }

  @Test
  void countsEverySampleOnceThoughItReadsInSlices() {
    add("a", "x", 0, 40 * HOUR, 15_000);
    add("a", "y", HOUR, 40 * HOUR, 60_000);
    add("b", "x", 39 * HOUR, 40 * HOUR, 30_000);
    MetricSurvey total = survey().total();
    assertThat(total.samples()).isEqualTo(store.sampleCount());
    assertThat(total.series()).isEqualTo(3);
    assertThat(total.intervals()).isEqualTo(Map.of(15_000L, 1L, 30_000L, 1L, 60_000L, 1L));
    assertThat(total.gaps()).isEmpty();
    assertThat(survey().metrics().getLast().extent())
        .isEqualTo(new TimeRange(39 * HOUR, 40 * HOUR));
  }

  // As a damaged data folder may have it.
  @Test
  void comesToTheEndOfAllTime() {
    store.append(Labels.of("__name__", "a"), 1, 1);
    store.append(Labels.of("__name__", "a"), Long.MAX_VALUE, 1);
    assertThat(survey().total().samples()).isEqualTo(2);
  }

  @Test
  void aGapIsWhereNoSeriesOfTheMetricHasASample() {
    add("a", "x", 0, 7 * HOUR, 15_000);
    add("a", "y", 8 * HOUR, 20 * HOUR, 15_000);
    add("b", "x", 2 * HOUR, 9 * HOUR, 60_000);
    assertThat(survey().metrics().getFirst().gaps())
        .containsExactly(new TimeRange(7 * HOUR, 8 * HOUR));
    assertThat(survey().gaps()).isEmpty();
  }

  @Test
  void whatIsSampledLessOftenThanASliceIsLongHasNoGapsForThat() {
    add("a", "x", 0, 200 * HOUR, 5 * HOUR);
    assertThat(survey().total().gaps()).isEmpty();
    assertThat(survey().total().intervals()).containsOnlyKeys(5 * HOUR);
  }

  @Test
  void aScrapeThatIsALittleEarlyOrLateDoesNotChangeTheInterval() {
    Labels labels = Labels.of("__name__", "a");
    for (int i = 0; i < 100; i++) {
      store.append(labels, i * 15_000L + List.of(0, 3, 1, -2).get(i % 4), 1);
    }
    assertThat(survey().total().intervals()).containsOnlyKeys(15_000L);
  }

  @Test
  void thereIsNoGapWhereNoSeriesTellsHowFarSamplesAreApart() {
    add("a", "x", 0, 0, 1);
    add("a", "y", 123, 123, 1);
    assertThat(survey().gaps()).isEmpty();
    assertThat(survey().metrics().getFirst().gaps()).isEmpty();
  }

  @Test
  void aSeriesOfOneSampleIsHeldAgainstTheDistancesOfOthers() {
    add("a", "x", 0, HOUR, 15_000);
    add("a", "y", HOUR + 40_000, HOUR + 40_000, 1);
    assertThat(survey().gaps()).isEmpty();
    add("a", "z", 2 * HOUR, 2 * HOUR, 1);
    assertThat(survey().gaps()).containsExactly(new TimeRange(HOUR + 40_000, 2 * HOUR));
  }
}
