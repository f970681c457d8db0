package dev.firedrill.lint.check.alert;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdFloatEqualityTest {
  private static final LintCase CASE = LintCase.of("threshold/float-equality");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a_ratio == 0.95 | `==` against a fraction: rounding decides whether it is met",
        "a_ratio != 0.1 | `!=` against a fraction: rounding decides whether it is met",
        "rate(a_total[5m]) == 3 | `==` of an average, rate or quantile: it is hardly ever exactly"
            + " 3",
        "quantile(0.9, a) == 3 | `==` of an average, rate or quantile: it is hardly ever exactly 3",
      })
  void reportsEqualityOfFractions(String expr, String message) {
    assertThat(CASE.findings(alert("expr: " + expr))).containsExactly("5:11 warning: " + message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "up == 0",
        "rate(a_total[5m]) == 0",
        "a != 3",
        "a == Inf",
        "a > 0.5",
        "avg(up) == 1",
        "avg_over_time(up[5m]) == 1",
      })
  void acceptsEqualityOfWholeNumbers(String expr) {
    assertThat(CASE.findings(alert("expr: " + expr))).isEmpty();
  }
}
