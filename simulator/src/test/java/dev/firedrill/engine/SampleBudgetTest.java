package dev.firedrill.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ParseOptions;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.Promql;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.series.SeriesStore;
import org.junit.jupiter.api.Test;

class SampleBudgetTest {
  private static final TimeGrid GRID = new TimeGrid(60_000, 60_000, 10);

  private final SeriesStore store = new SeriesStore();

  SampleBudgetTest() {
    for (int minute = 0; minute <= 20; minute++) {
      store.append(Labels.of("__name__", "a"), minute * 60_000L, minute);
      store.append(Labels.of("__name__", "b"), minute * 60_000L, minute);
    }
  }

  @Test
  void countsTheResultsOfAllThatIsNotUsedUp() {
    assertThat(fits("a", 10)).isTrue();
    assertThat(fits("a", 9)).isFalse();
    assertThat(fits("a + b", 30)).isTrue();
    assertThat(fits("a + b", 29)).isFalse();
    assertThat(fits("sum(a + b)", 30)).isTrue();
  }

  @Test
  void countsTheWindowAtHand() {
    assertThat(fits("rate(a[5m])", 15)).isTrue();
    assertThat(fits("rate(a[5m])", 14)).isFalse();
  }

  @Test
  void saysItInPrometheusWords() {
    assertThatThrownBy(() -> evaluate("a", 1))
        .isInstanceOf(EvaluationException.class)
        .hasMessage("query processing would load too many samples into memory in query execution");
  }

  @Test
  void plansForInstantQueriesOnlyWhereNoneCanHoldTooMany() {
    assertThat(isPlanned("a + b", 3)).isTrue();
    assertThat(isPlanned("a + b", 2)).isFalse();
    assertThat(isPlanned("max_over_time(a[5m])", 6)).isTrue();
    assertThat(isPlanned("max_over_time(a[5m])", 5)).isFalse();
    assertThat(isPlanned("max_over_time((a + b)[5m:30s])", 55)).isTrue();
    assertThat(isPlanned("max_over_time((a + b)[5m:30s])", 40)).isFalse();
  }

  private boolean isPlanned(String expr, long limit) {
    return new Engine(EngineOptions.DEFAULT.withMaxSamples(limit))
        .eachInstant(parse(expr), store, GRID)
        .isPresent();
  }

  private boolean fits(String expr, long limit) {
    try {
      evaluate(expr, limit);
      return true;
    } catch (EvaluationException e) {
      return false;
    }
  }

  private void evaluate(String expr, long limit) {
    new Engine(EngineOptions.DEFAULT.withMaxSamples(limit)).range(parse(expr), store, GRID);
  }

  private static Expr parse(String expr) {
    return switch (Promql.parse(expr, ParseOptions.ALL)) {
      case ParseResult.Parsed parsed -> parsed.expr();
      case ParseResult.Rejected rejected ->
          throw new IllegalArgumentException(rejected.first().format(expr));
    };
  }
}
