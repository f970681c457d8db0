package dev.firedrill.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExperimentalSyntaxTest {
  private final Fixture fixture =
      Fixture.of(
          """
          steps_total{job="a"} 0 30 60 10 40
          steps_total{job="b"} 0 1 2 3 4
          limit{job="b"} 3
          limit{job="c"} 5
          version{name="v10"} 1
          version{name="v9"} 2
          """);

  @Test
  void fillsInWhatASideLacks() {
    assertThat(fixture.at(0, "steps_total + fill(7) limit"))
        .containsExactlyInAnyOrder("{job=\"a\"} 7", "{job=\"b\"} 3", "{job=\"c\"} 12");
    assertThat(fixture.at(0, "steps_total + fill_right(7) limit"))
        .containsExactlyInAnyOrder("{job=\"a\"} 7", "{job=\"b\"} 3");
    assertThat(fixture.at(0, "steps_total + fill_left(7) limit"))
        .containsExactlyInAnyOrder("{job=\"b\"} 3", "{job=\"c\"} 12");
  }

  @Test
  void countsFromTheLastSampleBeforeAnAnchoredWindow() {
    assertThat(fixture.at(240, "increase(steps_total{job=\"a\"}[2m] anchored)"))
        .containsExactly("{job=\"a\"} 40");
    assertThat(fixture.at(240, "resets(steps_total{job=\"a\"}[90s] anchored)"))
        .containsExactly("{job=\"a\"} 1");
    assertThat(fixture.at(240, "resets(steps_total{job=\"a\"}[60s])"))
        .containsExactly("{job=\"a\"} 0");
  }

  @Test
  void interpolatesAtTheEdgesOfASmoothedWindow() {
    assertThat(fixture.at(90, "increase(steps_total{job=\"a\"}[1m] smoothed)"))
        .containsExactly("{job=\"a\"} 30");
    assertThat(fixture.at(90, "steps_total{job=\"a\"} smoothed"))
        .containsExactly("steps_total{job=\"a\"} 45");
  }

  @Test
  void rejectsModifiersThatAFunctionCannotHeed() {
    assertThatThrownBy(() -> fixture.at(90, "avg_over_time(steps_total[1m] anchored)"))
        .isInstanceOf(EvaluationException.class)
        .hasMessageStartingWith("anchored modifier can only be used with: changes, delta,");
    assertThatThrownBy(() -> fixture.at(90, "changes(steps_total[1m] smoothed)"))
        .isInstanceOf(EvaluationException.class)
        .hasMessageEndingWith("delta, increase, rate - not with changes");
  }

  @Test
  void sortsNumbersWithinLabelsByTheirSize() {
    assertThat(fixture.at(0, "sort_by_label(version, \"name\")"))
        .containsExactly("version{name=\"v9\"} 2", "version{name=\"v10\"} 1");
  }

  @Test
  void knowsWhenSamplesWere() {
    assertThat(fixture.at(240, "ts_of_max_over_time(steps_total{job=\"a\"}[5m])"))
        .containsExactly("{job=\"a\"} 120");
    assertThat(fixture.at(240, "ts_of_first_over_time(steps_total{job=\"a\"}[2m])"))
        .containsExactly("{job=\"a\"} 180");
  }

  @Test
  void knowsTheQuery() {
    assertThat(fixture.at(240, "end() - start() + step() + range() + max_of(2, 3)"))
        .containsExactly("3");
  }

  @Test
  void smoothsWithTwoFactors() {
    assertThat(
            fixture.at(240, "double_exponential_smoothing(steps_total{job=\"b\"}[5m], 0.5, 0.5)"))
        .containsExactly("{job=\"b\"} 4");
    assertThatThrownBy(
            () -> fixture.at(240, "double_exponential_smoothing(steps_total[5m], 1, 0.5)"))
        .hasMessage("invalid smoothing factor. Expected: 0 < sf < 1, got: 1.000000");
  }

  @Test
  void takesAnyNumberOfSecondsAsADate() {
    assertThat(fixture.at(0, "year(vector(1709164800))")).containsExactly("{} 2024");
    assertThat(fixture.at(0, "days_in_month(vector(1709164800))")).containsExactly("{} 29");
    assertThat(fixture.at(0, "day_of_year(vector(1709164800))")).containsExactly("{} 60");
    assertThat(fixture.at(0, "day_of_week(vector(1709164800))")).containsExactly("{} 4");
    assertThat(fixture.at(0, "month(vector(-1))")).containsExactly("{} 12");
    assertThat(fixture.at(0, "year(vector(NaN))")).containsExactly("{} 292277026596");
  }
}
