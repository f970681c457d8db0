package dev.firedrill.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.labels.Labels;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeldScrapeTest {
  private static final Labels UP = Labels.of("__name__", "up");

  private static HeldScrape held(long first, long last) {
    SeriesStore scrape = new SeriesStore();
    scrape.append(UP, 0, 7);
    return new HeldScrape(scrape, new TimeRange(first, last), 15_000);
  }

  private static List<Long> times(HeldScrape held, TimeRange range) {
    return held.select(List.of(), range).stream()
        .flatMap(
            series -> IntStream.range(0, series.samples().size()).mapToObj(series.samples()::time))
        .toList();
  }

  @Test
  void isScrapedFromTheFirstToTheLastTimeAndNotBeyond() {
    HeldScrape held = held(1_000, 40_000);
    assertThat(times(held, TimeRange.ALL)).containsExactly(1_000L, 16_000L, 31_000L);
    assertThat(held.extent()).contains(new TimeRange(1_000, 31_000));
  }

  @Test
  void aStretchHasTheScrapesOfTheWhole() {
    HeldScrape held = held(1_000, 100_000);
    assertThat(times(held, new TimeRange(1_001, 31_000))).containsExactly(16_000L, 31_000L);
    assertThat(times(held, new TimeRange(-50_000, 999))).isEmpty();
    assertThat(held.names(List.of(), new TimeRange(200_000, 300_000))).isEmpty();
    assertThat(held.names(List.of(), TimeRange.ALL)).containsExactly(UP);
  }

  @Test
  void aMomentHasOneScrape() {
    assertThat(times(held(5, 5), TimeRange.ALL)).containsExactly(5L);
  }
}
