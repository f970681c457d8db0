package dev.firedrill.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.labels.Labels;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesStoreTest {
  private static final Labels NORTH = Labels.of("__name__", "load", "site", "north");
  private static final Labels SOUTH = Labels.of("__name__", "load", "site", "south");
  private static final Labels BARE = Labels.of("__name__", "load");

  private final SeriesStore store = new SeriesStore();

  @Test
  void selectsByEqualityRegexAndTheirNegation() {
    store.append(SOUTH, 10, 1);
    store.append(NORTH, 10, 2);
    store.append(BARE, 10, 3);

    assertThat(select(Operator.EQUAL, "north")).containsExactly(NORTH);
    assertThat(select(Operator.EQUAL, "")).containsExactly(BARE);
    assertThat(select(Operator.NOT_EQUAL, "north")).containsExactly(SOUTH, BARE);
    assertThat(select(Operator.REGEX, "n.*|")).containsExactly(NORTH, BARE);
    assertThat(select(Operator.NOT_REGEX, ".+")).containsExactly(BARE);
  }

  @Test
  void findsSeriesAddedAfterTheSameMatchersWereAskedBefore() {
    store.append(NORTH, 10, 1);
    assertThat(select(Operator.NOT_EQUAL, "west")).containsExactly(NORTH);
    store.append(SOUTH, 20, 1);
    assertThat(select(Operator.NOT_EQUAL, "west")).containsExactly(NORTH, SOUTH);
  }

  @Test
  void cutsSamplesToTheRangeWithBothEnds() {
    for (int time = 0; time <= 50; time += 10) {
      store.append(NORTH, time, time);
    }
    Samples samples =
        store.select(matchers(Operator.EQUAL, "north"), new TimeRange(10, 30)).getFirst().samples();
    assertThat(samples.size()).isEqualTo(3);
    assertThat(samples.time(0)).isEqualTo(10);
    assertThat(samples.lastTime()).isEqualTo(30);
  }

  @Test
  void holdsWholeSeriesInArraysOfTheirSize() {
    Samples samples = new Samples();
    for (int i = 0; i < 1000; i++) {
      samples.append(i, i);
    }
    assertThat(samples.capacity()).isBetween(1000, 1500);
    store.add(new Series(NORTH, samples));

    // A time and a value of 8 bytes each, and no more.
    assertThat(samples.capacity()).isEqualTo(1000);
    samples.append(1000, 1);
    assertThat(samples.value(1000)).isEqualTo(1);
    assertThat(samples.value(999)).isEqualTo(999);
  }

  @Test
  void dropsSamplesThatAreNotLater() {
    assertThat(store.append(NORTH, 10, 1)).isTrue();
    assertThat(store.append(NORTH, 10, 2)).isFalse();
    assertThat(store.append(NORTH, 9, 2)).isFalse();
    assertThat(store.sampleCount()).isEqualTo(1);
  }

  @Test
  void mergesSeriesOfSeveralSourcesByTime() {
    SeriesStore other = new SeriesStore();
    store.append(NORTH, 10, 1);
    store.append(NORTH, 30, 3);
    other.append(NORTH, 20, 2);
    other.append(NORTH, 30, 99);
    other.append(BARE, 20, 7);

    List<Series> merged =
        MergedSource.of(List.of(store, other))
            .select(matchers(Operator.NOT_EQUAL, "south"), TimeRange.ALL);

    assertThat(merged).extracting(Series::labels).containsExactly(BARE, NORTH);
    Samples both = merged.getLast().samples();
    assertThat(both.size()).isEqualTo(3);
    assertThat(both.value(2)).isEqualTo(3);
  }

  @Test
  void hidesWhatComesLater() {
    store.append(NORTH, 10, 1);
    store.append(NORTH, 20, 2);
    SeriesSource before = new SourceUntil(store, 15);
    assertThat(before.extent()).contains(new TimeRange(10, 15));
    assertThat(before.select(matchers(Operator.EQUAL, "north"), TimeRange.ALL))
        .singleElement()
        .satisfies(series -> assertThat(series.samples().lastTime()).isEqualTo(10));
  }

  private List<Labels> select(Operator operator, String value) {
    return store.select(matchers(operator, value), TimeRange.ALL).stream()
        .map(Series::labels)
        .toList();
  }

  private static List<LabelMatcher> matchers(Operator operator, String value) {
    return List.of(
        LabelMatcher.of("__name__", Operator.EQUAL, "load"),
        LabelMatcher.of("site", operator, value));
  }
}
