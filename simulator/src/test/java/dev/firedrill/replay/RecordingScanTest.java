package dev.firedrill.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.labels.Labels;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.series.TimeRange;
import org.junit.jupiter.api.Test;

class RecordingScanTest {
  private static final long HOUR = 3_600_000;

  // Twenty hours, so that there are several slices; nothing between the 7th and the 8th.
  private final SeriesStore store = new SeriesStore();

  RecordingScanTest() {
    store.add(new Series(Labels.of("__name__", "a"), samples(0, 7 * HOUR, 15_000)));
    store.add(new Series(Labels.of("__name__", "b"), samples(8 * HOUR, 20 * HOUR, 15_000)));
    store.add(new Series(Labels.of("__name__", "c"), samples(2 * HOUR, 5 * HOUR, 60_000)));
  }

  private static Samples samples(long from, long to, long step) {
    Samples samples = new Samples();
    for (long time = from; time <= to; time += step) {
      samples.append(time, 1);
    }
    return samples;
  }

  @Test
  void countsEverySampleOnceThoughItReadsInSlices() {
    RecordingScan scan = RecordingScan.of(store, TimeRange.ALL);
    assertThat(scan.series()).isEqualTo(3);
    assertThat(scan.samples()).isEqualTo(store.sampleCount());
    assertThat(scan.resolution()).isEqualTo(15_000);
  }

  @Test
  void aGapIsWhereNoSeriesHasASample() {
    assertThat(RecordingScan.of(store, TimeRange.ALL).gaps())
        .containsExactly(new TimeRange(7 * HOUR, 8 * HOUR));
  }

  @Test
  void onlyTheTimeAskedForIsLookedAt() {
    RecordingScan scan = RecordingScan.of(store, new TimeRange(6 * HOUR, 7 * HOUR));
    assertThat(scan.series()).isEqualTo(1);
    assertThat(scan.samples()).isEqualTo(241);
    assertThat(scan.gaps()).isEmpty();
  }
}
