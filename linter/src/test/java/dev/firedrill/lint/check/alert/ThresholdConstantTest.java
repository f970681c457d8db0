package dev.firedrill.lint.check.alert;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdConstantTest {
  private static final LintCase CASE = LintCase.of("threshold/constant");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "clamp_max(x, 1) > 2 | error: this is never true: the left side is at most 1",
        "count(x) == 0 | error: this is never true: the left side is at least 1",
        "x > 5 and x < 3 | error: the two sides exclude each other: this is never true",
        "(x > 5) < 3 | error: this is never true: the left side is at least 5",
        "vector(1) > 0 | error: this is always true: the alert fires all the time",
        "absent(x) == 1 | info: the comparison is redundant: absent() returns 1 or nothing",
        "up > 1 | error: this is never true: the left side lies between 0 and 1",
        "hour() == 24 | error: this is never true: the left side lies between 0 and 23",
        "sum(rate(a_total{c=\"5\"}[5m])) / sum(rate(a_total[5m])) > 5 | error: this is never true:"
            + " the left side lies between 0 and 1",
        "2 < clamp_max(x, 1) | error: this is never true: the right side is at most 1",
      })
  void reportsWhatComesOutTheSame(String expr, String message) {
    assertThat(CASE.findings(alert("expr: '" + expr + "'"))).containsExactly("5:12 " + message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x > 5",
        "x > 5 and y < 3",
        "x > 3 and x < 5",
        "count(x) > 0",
        "(count(x) or vector(0)) == 0",
        "absent(x)",
        "up == 0",
        "clamp_max(x, 1) >= 1",
        "sum(up) == 0",
        "x > bool 1",
        "time() - x > 5",
        "rate(x[5m]) == 0",
      })
  void acceptsWhatDepends(String expr) {
    assertThat(CASE.findings(alert("expr: '" + expr + "'"))).isEmpty();
  }

  @Test
  void sparesAlertsThatFireOnPurpose() {
    assertThat(CASE.findings(LintCase.rule("alert: Watchdog", "expr: vector(1) > 0"))).isEmpty();
  }
}
