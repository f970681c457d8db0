package dev.firedrill.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.promql.series.SeriesDescription;
import dev.firedrill.promql.series.SeriesNotation;
import dev.firedrill.promql.series.SeriesResult;
import dev.firedrill.promql.series.SeriesValue;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Native histograms come out the same whatever the steps are evaluated together.
class HistogramBatchesTest {
  private static final int STEPS = 14;

  private final SeriesStore store = new SeriesStore();

  HistogramBatchesTest() {
    load("kiln{n=\"a\"} {{sum:3 count:2 buckets:[1 1]}}+{{sum:2 count:1 buckets:[0 1]}}x12");
    load("kiln{n=\"b\"} {{sum:9 count:5 buckets:[5]}}x5 {{sum:1 count:1 buckets:[1]}}x3 4 5 _ 6");
    load("heat{n=\"a\"} 1+1x13");
    load("heat_bucket{le=\"1\"} 0+1x13");
    load("heat_bucket{le=\"+Inf\"} 0+3x13");
  }

  private void load(String line) {
    if (!(SeriesNotation.parse(line) instanceof SeriesResult.Parsed parsed)) {
      throw new IllegalArgumentException(line);
    }
    SeriesDescription series = parsed.series();
    for (int i = 0; i < series.values().size(); i++) {
      long time = 60_000L * i;
      switch (series.values().get(i)) {
        case SeriesValue.Missing _ -> {}
        case SeriesValue.Sample sample -> store.append(series.labels(), time, sample.value());
        case SeriesValue.HistogramSample sample ->
            store.append(series.labels(), time, sample.histogram());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kiln",
        "rate(kiln[3m])",
        "irate(kiln[4m])",
        "max_over_time(kiln[5m])",
        "changes(kiln[5m])",
        "resets(kiln[5m])",
        "sum_over_time(kiln[2m])",
        "avg(kiln)",
        "sum without (n) (kiln)",
        "kiln * on (n) heat",
        "-kiln - kiln",
        "count_values(\"content\", kiln)",
        "histogram_count(sum_over_time(kiln[3m]))",
        "histogram_quantile(0.9, kiln)",
        "histogram_quantiles(heat_bucket, \"q\", time() / 1000)",
        "histogram_fraction(0, 1, {__name__=~\"kiln|heat_bucket\"})",
        "increase(kiln[4m:2m])",
        "increase(kiln[2m] smoothed)",
        "kiln smoothed offset 30s",
        "kiln @ end() or heat"
      })
  void yieldsTheSameWhateverTheBatches(String expr) {
    List<String> whole = evaluate(expr, STEPS);
    assertThat(whole).isNotEmpty();
    assertThat(evaluate(expr, 1)).isEqualTo(whole);
    assertThat(evaluate(expr, 5)).isEqualTo(whole);
  }

  @Test
  void plansOfNumbersHoldNoHistograms() {
    Engine engine = new Engine(EngineOptions.DEFAULT);
    TimeGrid grid = new TimeGrid(0, 60_000, STEPS);
    QueryResult result = engine.range(Fixture.parse("heat + heat"), store, grid).result();
    assertThat(((QueryResult.Matrix) result).series())
        .noneMatch(series -> series.samples().mayHoldHistograms());
  }

  private List<String> evaluate(String expr, int batchSteps) {
    Engine engine = new Engine(EngineOptions.DEFAULT.withBatchSteps(batchSteps));
    TimeGrid grid = new TimeGrid(0, 60_000, STEPS);
    Evaluation evaluation = engine.range(Fixture.parse(expr), store, grid);
    List<String> lines = new ArrayList<>();
    for (Series series : ((QueryResult.Matrix) evaluation.result()).series()) {
      lines.add(series.labels() + " " + text(series.samples()));
    }
    evaluation.annotations().forEach(annotation -> lines.add(annotation.format(expr)));
    return lines;
  }

  private static String text(Samples samples) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < samples.size(); i++) {
      NativeHistogram histogram = samples.histogram(i);
      String value = histogram == null ? Double.toString(samples.value(i)) : histogram.toNotation();
      out.append(' ').append(value).append('@').append(samples.time(i));
    }
    return out.toString();
  }
}
