package dev.firedrill.replay.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.engine.Engine;
import dev.firedrill.engine.EngineOptions;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.series.Samples;
import dev.firedrill.series.SeriesStore;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionValuesTest {
  private static final TimeGrid GRID = new TimeGrid(0, 60_000, 3);
  private final SeriesStore store = new SeriesStore();

  @Test
  void givesValuesAlsoWhereTheAlertIsQuiet() {
    add(Labels.of("__name__", "x", "job", "a"), 0.1, 0.95, 0.2);
    WatchedSeries watched = only("x > 0.9");
    assertThat(values(watched.values())).containsExactly(0.1, 0.95, 0.2);
    assertThat(values(watched.limits())).containsExactly(0.9, 0.9, 0.9);
  }

  @Test
  void matchesThresholdsThatAreVectors() {
    add(Labels.of("__name__", "x", "job", "a", "pod", "1"), 1, 2, 3);
    add(Labels.of("__name__", "x", "job", "b", "pod", "1"), 4, 5, 6);
    add(Labels.of("__name__", "limit", "job", "a"), 7, 8, 9);
    List<WatchedSeries> watched = watched("x > on (job) group_left limit");
    assertThat(watched).hasSize(2);
    assertThat(values(watched.getFirst().limits())).containsExactly(7, 8, 9);
    assertThat(watched.getLast().labels().get("job")).isEqualTo("b");
    assertThat(watched.getLast().limits().isEmpty()).isTrue();
  }

  @Test
  void takesThresholdsOfOneSeriesAfterTheOther() {
    add(Labels.of("__name__", "x", "job", "a"), 1, 2, 3);
    store.append(Labels.of("__name__", "limit", "job", "a", "pod", "1"), 0, 7);
    store.append(
        Labels.of("__name__", "limit", "job", "a", "pod", "1"), 60_000, StaleNaN.STALE_NAN);
    store.append(Labels.of("__name__", "limit", "job", "a", "pod", "2"), 60_000, 8);
    assertThat(values(only("x > on (job) limit").limits())).containsExactly(7, 8, 8);
  }

  @Test
  void comparesWithEachOfSeveralThresholds() {
    add(Labels.of("__name__", "x", "job", "a"), 1, 2, 3);
    add(Labels.of("__name__", "limit", "job", "a", "pod", "1"), 7, 8, 9);
    add(Labels.of("__name__", "limit", "job", "a", "pod", "2"), 4, 5, 6);
    assertThat(watched("x > on (job) group_right limit"))
        .extracting(each -> values(each.limits())[0])
        .containsExactly(7.0, 4.0);
  }

  private WatchedSeries only(String expr) {
    List<WatchedSeries> watched = watched(expr);
    assertThat(watched).hasSize(1);
    return watched.getFirst();
  }

  private List<WatchedSeries> watched(String expr) {
    Condition condition = Condition.of(ConditionTest.parsed(expr));
    return new ConditionValues(new Engine(EngineOptions.DEFAULT), store, GRID)
        .of(condition.comparisons().getFirst());
  }

  private void add(Labels labels, double... values) {
    for (int i = 0; i < values.length; i++) {
      store.append(labels, GRID.time(i), values[i]);
    }
  }

  private static double[] values(Samples samples) {
    double[] values = new double[samples.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = samples.value(i);
    }
    return values;
  }
}
