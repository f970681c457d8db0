package dev.firedrill.lint.check.promql;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.api.Test;

class UnaryOffsetTest {
  private static final LintCase CASE = LintCase.of("promql/unary-offset");

  @Test
  void reportsNegativeOffsets() {
    assertThat(CASE.findings(alert("expr: up offset -5m == 0")))
        .singleElement()
        .asString()
        .contains("info: a negative offset reads the future");
    assertThat(CASE.findings(alert("expr: rate(up[5m] offset -5m) == 0"))).hasSize(1);
    assertThat(CASE.findings(alert("expr: max_over_time(up[5m:1m] offset -5m) == 0"))).hasSize(1);
    assertThat(CASE.findings(alert("expr: up offset 5m == 0"))).isEmpty();
  }
}
