package dev.firedrill.replay.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.engine.Engine;
import dev.firedrill.engine.EngineOptions;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.labels.Labels;
import dev.firedrill.series.SeriesStore;
import org.junit.jupiter.api.Test;

class ValueDistributionTest {
  private static final int STEPS = 1000;
  private final SeriesStore data = new SeriesStore();

  @Test
  void ranksValuesByHowMuchTheAlertAsksFor() {
    for (int i = 0; i < STEPS; i++) {
      data.append(Labels.of("__name__", "x", "a", "1"), i * 60_000L, i + 1);
      data.append(Labels.of("__name__", "x", "a", "2"), i * 60_000L, 0.5);
    }
    ValueDistribution above = values("5 < x and on () vector(1)");
    assertThat(above.count()).isEqualTo(2000);
    assertThat(above.quantiles())
        .extracting(quantile -> quantile.name() + " " + quantile.text())
        .containsExactly("max 1000", "p99.9 998", "p99 980", "p95 900", "median 0.5");
    assertThat(above.closest())
        .extracting(ValueDistribution.Closest::time)
        .containsExactly(999 * 60_000L, 0L);
    ValueDistribution below = values("x{a=\"1\"} <= 5");
    assertThat(below.quantiles())
        .extracting(quantile -> quantile.name() + " " + quantile.text())
        .containsExactly("min 1", "p0.1 2", "p1 11", "p5 51", "median 501");
    assertThat(below.closest().getFirst().value()).isEqualTo(1);
  }

  @Test
  void writesQuantilesSoThatTheyMeanTheValueExactly() {
    double third = 1.0 / 3;
    data.append(Labels.of("__name__", "x"), 0, -0.1 - 0.2);
    data.append(Labels.of("__name__", "x"), 60_000, 1e22);
    data.append(Labels.of("__name__", "x"), 120_000, third);
    assertThat(values("x < 5").quantiles())
        .extracting(ValueDistribution.Quantile::text)
        .startsWith("-0.30000000000000004")
        .endsWith("0.3333333333333333");
    assertThat(values("x > 5").setting()).startsWith("5=1e+22,").endsWith("0.3333333333333333");
    assertThat(values("x > 5").named("0.33333333333333330"))
        .extracting(ValueDistribution.Quantile::name)
        .containsExactly("median");
    assertThat(values("x > 5").named("5")).isEmpty();
  }

  @Test
  void needsAComparisonWithANumberAndValues() {
    assertThatThrownBy(() -> values("x == 5 and y != 3"))
        .hasMessage(
            "--suggest: values are compared with a number only by == at rules.yml:5:11, != at"
                + " rules.yml:5:22: thresholds to choose are those of >, >=, < and <=");
    assertThatThrownBy(() -> values("x unless y > 5")).hasMessageContaining("has to hold");
    assertThatThrownBy(() -> values("x > y")).hasMessageContaining("no comparison");
    assertThatThrownBy(() -> values("x > 5")).hasMessageContaining("never had a value");
  }

  @Test
  void thinsOutWhatIsTooMuch() {
    ValueSample sample = new ValueSample(8);
    for (int i = 0; i < 1000; i++) {
      sample.add(i);
      sample.add(Double.NaN);
    }
    assertThat(sample.count()).isEqualTo(1000);
    assertThat(sample.upper(0.5)).isBetween(375.0, 625.0);
    assertThat(sample.lower(1)).isZero();
  }

  private ValueDistribution values(String expr) {
    return ValueDistribution.of(
        SuggestedThreshold.of(SweptRules.alert(expr)),
        new Engine(EngineOptions.DEFAULT),
        data,
        new TimeGrid(0, 60_000, STEPS));
  }
}
