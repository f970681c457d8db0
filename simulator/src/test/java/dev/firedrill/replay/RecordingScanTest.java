package dev.firedrill.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordingScanTest {
  private static final long HOUR = 3_600_000;

  // Twenty hours, so that there are several slices; nothing between the 7th and the 8th.
  private final SeriesStore store = new SeriesStore();

  RecordingScanTest() {
    store.add(new Series(Labels.of("__name__", "a"), samples(0, 7 * HOUR, 15_000)));
    store.add(new Series(Labels.of("__name__", "b"), samples(8 * HOUR, 20 * HOUR, 15_000)));
  }

  private static List<TimeRange> gaps(RecordingScan scan) {
    return Gap.of(scan.resolutions()).stream().map(Gap::time).toList();
  }

  private List<TimeRange> gaps(long step, Series... series) {
    SeriesStore other = new SeriesStore();
    for (Series one : series) {
      other.add(one);
    }
    return RecordingScan.of(other, TimeRange.ALL).resolutions().stream()
        .filter(each -> each.step() == step)
        .findFirst()
        .orElseThrow()
        .gaps();
  }

  private static Series series(String name, Samples... parts) {
    Samples all = new Samples();
    for (Samples part : parts) {
      for (int i = 0; i < part.size(); i++) {
        all.append(part, i);
      }
    }
    return new Series(Labels.of("__name__", name), all);
  }

  private static Samples stale(long time) {
    Samples marker = new Samples();
    marker.append(time, StaleNaN.STALE_NAN);
    return marker;
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
    store.add(new Series(Labels.of("__name__", "c"), samples(0, 20 * HOUR, 60_000)));
    RecordingScan scan = RecordingScan.of(store, TimeRange.ALL);
    assertThat(scan.series()).isEqualTo(3);
    assertThat(scan.samples()).isEqualTo(store.sampleCount());
    assertThat(scan.resolutions()).extracting(Resolution::step).containsExactly(15_000L, 60_000L);
    assertThat(scan.resolutions()).extracting(Resolution::series).containsExactly(2, 1);
  }

  @Test
  void aGapIsWhereNoSeriesHasASample() {
    assertThat(gaps(RecordingScan.of(store, TimeRange.ALL)))
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
    assertThat(gaps(scan)).isEmpty();
  }

  private List<TimeRange> gaps(long first, long last) {
    return gaps(RecordingScan.of(store, new TimeRange(first, last)));
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

  @Test
  void aShortOutageOfFastSeriesShowsAmongManySlowOnes() {
    Series fast =
        series("fast", samples(0, HOUR, 15_000), samples(HOUR + 120_000, 3 * HOUR, 15_000));
    Series[] all = new Series[10];
    all[0] = fast;
    for (int i = 1; i < all.length; i++) {
      all[i] = series("slow" + i, samples(i, 3 * HOUR, 300_000));
    }
    assertThat(gaps(15_000, all)).containsExactly(new TimeRange(HOUR, HOUR + 120_000));
    assertThat(gaps(300_000, all)).isEmpty();
  }

  @Test
  void seriesThatAreRarelyScrapedLeaveNoGaps() {
    Series[] all = new Series[10];
    all[0] = series("slow", samples(0, 6 * HOUR, 300_000));
    for (int i = 1; i < all.length; i++) {
      all[i] = series("fast" + i, samples(0, 3 * HOUR, 15_000));
    }
    assertThat(gaps(300_000, all)).isEmpty();
    assertThat(gaps(15_000, all)).containsExactly(new TimeRange(3 * HOUR, 6 * HOUR));
  }

  @Test
  void oneJobThatIsDownIsNoGap() {
    Series down = series("down", samples(0, HOUR, 15_000), samples(2 * HOUR, 3 * HOUR, 15_000));
    assertThat(gaps(15_000, down, series("other", samples(7000, 3 * HOUR, 15_000)))).isEmpty();
  }

  @Test
  void seriesThatTheServerSawGoLeaveNoGap() {
    Series gone =
        series(
            "gone",
            samples(0, HOUR, 15_000),
            stale(HOUR + 15_000),
            samples(2 * HOUR, 3 * HOUR, 15_000));
    Series lost = series("lost", samples(0, HOUR, 15_000), samples(2 * HOUR, 3 * HOUR, 15_000));
    Series other = series("other", samples(0, 3 * HOUR, 300_000));
    assertThat(gaps(15_000, gone, other)).isEmpty();
    assertThat(gaps(15_000, gone, lost, other))
        .containsExactly(new TimeRange(HOUR + 15_000, 2 * HOUR));
    // With nothing else, nobody knows.
    assertThat(gaps(15_000, gone)).containsExactly(new TimeRange(HOUR + 15_000, 2 * HOUR));
  }

  @Test
  void aChangedScrapeIntervalLeavesNoGaps() {
    Series slower = series("a", samples(0, HOUR, 15_000), samples(HOUR + 60_000, 9 * HOUR, 60_000));
    assertThat(gaps(15_000, slower)).isEmpty();
    Series faster = series("b", samples(0, HOUR, 60_000), samples(HOUR + 15_000, 9 * HOUR, 15_000));
    assertThat(gaps(60_000, faster)).isEmpty();
    Series twice =
        series(
            "c",
            samples(0, HOUR, 15_000),
            samples(HOUR + 60_000, 2 * HOUR, 60_000),
            samples(2 * HOUR + 15_000, 3 * HOUR, 15_000),
            samples(3 * HOUR + 120_000, 4 * HOUR, 15_000));
    assertThat(gaps(15_000, twice)).containsExactly(new TimeRange(3 * HOUR, 3 * HOUR + 120_000));
  }

  @Test
  void twoSamplesTellNothingWhereOthersTellMore() {
    SeriesStore other = new SeriesStore();
    other.add(series("event", samples(600_000, 4_500_000, 3_900_000)));
    assertThat(RecordingScan.of(other, TimeRange.ALL).resolutions())
        .extracting(Resolution::step)
        .containsExactly(3_900_000L);
    other.add(series("x", samples(0, 2 * HOUR, 15_000)));
    assertThat(RecordingScan.of(other, TimeRange.ALL).resolutions())
        .extracting(Resolution::step)
        .containsExactly(15_000L);
  }

  @Test
  void whatIsScrapedMoreOftenLaterMayBeginLate() {
    Series faster =
        series("a", samples(600_000, HOUR, 900_000), samples(HOUR + 15_000, 3 * HOUR, 15_000));
    Series first = series("b", samples(0, 3 * HOUR, 15_000));
    assertThat(gaps(900_000, faster, first)).isEmpty();
    assertThat(gaps(15_000, faster, first)).isEmpty();
  }

  @Test
  void outagesAroundASingleSampleAreGaps() {
    Series series =
        series(
            "a",
            samples(0, HOUR, 15_000),
            samples(HOUR + 300_000, HOUR + 300_000, 1),
            samples(HOUR + 600_000, 2 * HOUR, 15_000));
    assertThat(gaps(15_000, series))
        .containsExactly(
            new TimeRange(HOUR, HOUR + 300_000), new TimeRange(HOUR + 300_000, HOUR + 600_000));
  }

  @Test
  void aGapThatBeginsShortlyBeforeIsSeen() {
    SeriesStore other = new SeriesStore();
    other.add(series("fast", samples(0, HOUR, 15_000)));
    other.add(series("slow", samples(0, 3 * HOUR, 300_000)));
    TimeRange range = new TimeRange(HOUR + 100_000, 2 * HOUR);
    assertThat(gaps(RecordingScan.of(other, range))).containsExactly(range);
  }

  @Test
  void alertsAreNoSeriesToFindGapsBy() {
    Series alerts = series("ALERTS", samples(HOUR, HOUR + 600_000, 60_000));
    SeriesStore other = new SeriesStore();
    other.add(alerts);
    assertThat(gaps(RecordingScan.of(other, new TimeRange(0, 2 * HOUR)))).isNotEmpty();
    other.add(series("x", samples(0, 2 * HOUR, 15_000)));
    assertThat(gaps(RecordingScan.of(other, new TimeRange(0, 2 * HOUR)))).isEmpty();
  }

  @Test
  void anOutageOfAllIsToldOnce() {
    List<Gap> gaps =
        Gap.of(
            List.of(
                new Resolution(300_000, 1, List.of(new TimeRange(900_000, 9_300_000))),
                new Resolution(
                    15_000,
                    9,
                    List.of(
                        new TimeRange(1_005_000, 9_015_000),
                        new TimeRange(20_000_000, 20_600_000)))));
    assertThat(gaps)
        .containsExactly(
            new Gap(new TimeRange(1_005_000, 9_015_000), List.of()),
            new Gap(new TimeRange(20_000_000, 20_600_000), List.of(15_000L)));
  }

  /// A server of which only one series was asked for.
  private record Asked(SeriesStore fetched, List<TimeRange> others) implements SeriesSource {
    static Asked of(Series fetched, List<TimeRange> others) {
      SeriesStore store = new SeriesStore();
      store.add(fetched);
      return new Asked(store, others);
    }

    @Override
    public List<Series> select(List<LabelMatcher> matchers, TimeRange range) {
      return fetched.select(matchers, range);
    }

    @Override
    public boolean mayHaveOthers() {
      return true;
    }

    @Override
    public boolean hasSamples(TimeRange range, long step) {
      return others.stream()
          .anyMatch(each -> each.first() <= range.last() && range.first() <= each.last());
    }

    @Override
    public Optional<TimeRange> extent() {
      return Optional.of(new TimeRange(0, 4 * HOUR));
    }
  }

  @Test
  void saysHowManyGapsOfAServerAreOnlyTakenForSuch() {
    Samples samples = new Samples();
    for (int burst = 0; burst < 211; burst++) {
      for (int i = 0; i < 8; i++) {
        samples.append(burst * 60_000L + i * 1000L, i);
      }
    }
    TimeRange range = new TimeRange(0, 4 * HOUR);
    RecordingScan scan = RecordingScan.of(Asked.of(series("x", samples), List.of()), range);
    assertThat(scan.resolutions().getFirst().gaps()).hasSize(211);
    assertThat(scan.unasked()).isEqualTo(11);
  }

  @Test
  void whatIsFetchedOfAServerStopsInAGapOnlyWhereTheServerDoes() {
    Series fetched = series("x", samples(HOUR, 2 * HOUR, 15_000));
    TimeRange range = new TimeRange(0, 4 * HOUR);
    Asked goingOn = Asked.of(fetched, List.of(range));
    assertThat(gaps(RecordingScan.of(goingOn, range))).isEmpty();
    // Others that were last scraped a little later tell nothing.
    Asked stopping = Asked.of(fetched, List.of(new TimeRange(HOUR - 10_000, 2 * HOUR + 10_000)));
    assertThat(gaps(RecordingScan.of(stopping, range)))
        .containsExactly(new TimeRange(0, HOUR), new TimeRange(2 * HOUR, 4 * HOUR));
    Asked marked =
        Asked.of(series("x", samples(0, 2 * HOUR, 15_000), stale(2 * HOUR + 15_000)), List.of());
    assertThat(gaps(RecordingScan.of(marked, range))).isEmpty();
  }
}
