package dev.firedrill.rules.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.engine.TimeGrid;
import dev.firedrill.histogram.Buckets;
import dev.firedrill.histogram.CounterResetHint;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.Labels;
import dev.firedrill.series.MergedSource;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesStore;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Expressions that one plan for many instants could easily take for something else.
class PlannedRulesTest {
  private static final int STEPS = 200;
  private static final TimeGrid EACH_MINUTE = new TimeGrid(600_000, 60_000, STEPS);

  private final SeriesStore store = new SeriesStore();
  private List<String> planned = List.of();

  private PlannedRulesTest() {
    for (int number = 0; number < 110; number++) {
      Samples samples = new Samples();
      for (int i = 0; i < 4 * STEPS + 40; i++) {
        samples.append(15_000L * i, (i * 7919L + number * 104_729L) % 99_991 / 1000.0);
      }
      String name = number < 5 ? "load" : "much";
      store.add(new Series(Labels.of("__name__", name, "n", "" + number), samples));
    }
  }

  private void addHistograms() {
    Samples samples = new Samples();
    for (int i = 0; i < 4 * STEPS; i++) {
      double count = i % 7 + 1;
      // For a while there is none.
      if (i < 200 || i > 240) {
        samples.append(
            15_000L * i,
            new NativeHistogram(
                CounterResetHint.UNKNOWN,
                0,
                0.001,
                0,
                count,
                count,
                Buckets.of(0, count),
                Buckets.EMPTY,
                List.of()));
      }
    }
    store.add(new Series(Labels.of("__name__", "native"), samples));
  }

  private void bothWays(String expr) {
    String text = "groups: [{name: g, rules: [{record: r, expr: '" + expr + "'}]}]";
    BothWays rules = new BothWays(text, store, group -> EACH_MINUTE, 64);
    planned =
        rules
            .planned(
                RulesOverTime.Plans.ofMemory(written -> MergedSource.of(List.of(store, written))))
            .orElseThrow();
    assertThat(planned).isEqualTo(rules.single());
  }

  private Stream<String> remarks() {
    return planned.stream().filter(line -> line.startsWith("PromQL"));
  }

  @Test
  void theParameterOfAnAggregationOfConstantsIsThatOfEachStep() {
    bothWays("topk(scalar(load{n=\"1\"}) > bool 50, vector(1))");
    assertThat(planned).filteredOn(line -> line.contains("\"r\"")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quantile(time(), load)",
        "quantile(-time(), vector(1))",
        "limit_ratio(scalar(load{n=\"1\"}) - 50, load)"
      })
  void whatIsWarnedOfIsTheParameterOfEachStep(String expr) {
    bothWays(expr);
    assertThat(remarks()).hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rate(load[2m]) + on () rate(load[2m])",
        "limit_ratio(2, load) + on () load",
        "label_replace(quantile by (n) (2, load), \"n\", \"\", \"\", \"\")"
      })
  void whatFailsIsNotRemarkedOn(String expr) {
    bothWays(expr);
    assertThat(planned).filteredOn(line -> line.contains(" r ")).hasSize(STEPS);
    assertThat(remarks()).isEmpty();
  }

  @Test
  void whatHasNoHistogramsFailsAndIsRemarkedOnAsWell() {
    bothWays("histogram_count(double_exponential_smoothing(load[5m], 2, 0.5))");
    assertThat(planned)
        .filteredOn(line -> line.contains("invalid smoothing factor"))
        .hasSize(STEPS);
    bothWays("histogram_sum(quantile(3, load))");
    assertThat(remarks()).hasSize(1);
  }

  @Test
  void nothingIsEvaluatedBetweenTheWindowsOfSubqueries() {
    // Fails, and would be warned of, half a minute after each evaluation.
    bothWays("max_over_time(quantile(2, load and on () (vector(time() % 60) == 30))[20s:10s])");
    assertThat(planned).noneMatch(line -> line.contains("\"r\""));
    bothWays("max_over_time((load + on (n) load)[20s:10s])");
    bothWays("max_over_time((load @ 30)[20s:1m] offset 30s)");
    bothWays("max_over_time(max_over_time(load[20s:10s])[2m:1m])");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "histogram_count(avg_over_time(native[30s]))",
        "histogram_sum(last_over_time(native[20s]) + native)",
        "histogram_count(native + native offset 45s)",
        "histogram_avg(sum(native))"
      })
  void resetsOfHistogramsAreKnownFromWhatEachQueryReads(String expr) {
    addHistograms();
    bothWays(expr);
    assertThat(planned).anyMatch(line -> line.contains("\"r\""));
  }

  @Test
  void ofSeveralRemarksOnAnEvaluationTheLastIsThatOfItsOrder() {
    addHistograms();
    bothWays("1 </ (-(load < 50 or sum by (n) (native)))");
    assertThat(remarks()).isNotEmpty();
  }

  @Test
  void remarksOnWhatFailsLaterAreThoseOfTheStepsBefore() {
    bothWays("quantile(2, load) + on () load{n=~\"1|2\"} * on () (vector(time()) > 6000)");
    bothWays(
        "double_exponential_smoothing((quantile(3, load > 99))[1m:15s], 0.5,"
            + " scalar(vector(time() / 10000)))");
    assertThat(planned).anyMatch(line -> line.contains("invalid trend factor"));
  }

  @Test
  void aPlanIsNoLongerThanItsMemoryLasts() {
    bothWays("count(count_values(\"v\", much))");
    bothWays("sum(avg_over_time(much[1m:250ms]))");
  }
}
