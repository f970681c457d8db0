package dev.firedrill.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.labels.Labels;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.List;
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
  void saysHowFarItIs() {
    List<Long> reached = new ArrayList<>();
    RecordingScan.of(store, new TimeRange(0, 20 * HOUR), reached::add);
    assertThat(reached).startsWith(0L).endsWith(20 * HOUR).isSorted().hasSizeGreaterThan(2);
  }

  @Test
  void onlyTheTimeAskedForIsLookedAt() {
    RecordingScan scan = RecordingScan.of(store, new TimeRange(6 * HOUR, 7 * HOUR));
    assertThat(scan.series()).isEqualTo(1);
    assertThat(scan.samples()).isEqualTo(241);
    assertThat(scan.gaps()).isEmpty();
  }

  private List<TimeRange> gaps(long first, long last) {
    return RecordingScan.of(store, new TimeRange(first, last)).gaps();
  }

  @Test
  void aStretchWithoutAnySampleIsAGap() {
    assertThat(gaps(7 * HOUR + 600_000, 7 * HOUR + 1_200_000))
        .containsExactly(new TimeRange(7 * HOUR + 600_000, 7 * HOUR + 1_200_000));
    assertThat(gaps(7 * HOUR + 1000, 7 * HOUR + 2000))
        .containsExactly(new TimeRange(7 * HOUR + 1000, 7 * HOUR + 2000));
    assertThat(gaps(6 * HOUR + 1000, 6 * HOUR + 2000)).isEmpty();
  }

  @Test
  void aGapMayBeCutByTheEndsOfTheStretch() {
    assertThat(gaps(6 * HOUR, 7 * HOUR + 20_000))
        .containsExactly(new TimeRange(7 * HOUR, 7 * HOUR + 20_000));
    assertThat(gaps(8 * HOUR - 20_000, 9 * HOUR))
        .containsExactly(new TimeRange(8 * HOUR - 20_000, 8 * HOUR));
    assertThat(gaps(6 * HOUR + 1, 7 * HOUR - 1)).isEmpty();
  }

  @Test
  void aRecordingThatBeginsLateOrEndsEarlyLeavesAGap() {
    assertThat(gaps(-HOUR, 2 * HOUR)).containsExactly(new TimeRange(-HOUR, 0));
    assertThat(gaps(19 * HOUR, 21 * HOUR)).containsExactly(new TimeRange(20 * HOUR, 21 * HOUR));
    // As far from a sample as one may be.
    assertThat(gaps(-45_000, HOUR)).isEmpty();
    assertThat(gaps(19 * HOUR, 20 * HOUR + 45_000)).isEmpty();
    assertThat(gaps(30 * HOUR, 40 * HOUR)).containsExactly(new TimeRange(30 * HOUR, 40 * HOUR));
  }
}
