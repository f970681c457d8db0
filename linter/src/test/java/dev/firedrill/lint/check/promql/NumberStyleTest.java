package dev.firedrill.lint.check.promql;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberStyleTest {
  private static final LintCase CASE = LintCase.of("promql/number-style");

  @ParameterizedTest
  @CsvSource({
    "a > 100000, a > 100_000",
    "a > -1234567, a > -1_234_567",
    "a > 3000000, a > 3e6",
    "a > 3300000, a > 3_300_000",
    "a * (1 + 20000000000), a * (1 + 2e10)",
    "1000000, 1e6",
  })
  void writesLargeNumbersToBeRead(String before, String after) {
    assertThat(CASE.fixed(alert("expr: " + before))).isEqualTo(alert("expr: " + after));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a > 10000",
        "a > 100_000",
        "a > 1e9",
        "a > 1234567.5",
        "a > 0x1000000",
        "a > 0100000",
        "a > 1000000s",
        "a offset 3000000",
      })
  void acceptsOthers(String expr) {
    assertThat(CASE.findings(alert("expr: count_over_time((" + expr + ")[1h:])"))).isEmpty();
  }

  @Test
  void knowsHowManyDigitsAreTooMany() {
    assertThat(CASE.with("digits", 5).findings(alert("expr: a > 10000")))
        .containsExactly("5:15 warning: 5 digits in a row are hard to read");
  }
}
