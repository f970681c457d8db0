package dev.firedrill.lint.check.alert;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.api.Test;

class SubqueryStepTest {
  private static final LintCase CASE = LintCase.of("range/subquery-step");

  @Test
  void reportsStepsTooCoarseForTheirRange() {
    assertThat(CASE.findings(alert("expr: max_over_time(x[10m:10m]) > 1")))
        .containsExactly("5:31 warning: a step of 10m looks at hardly more than one moment of 10m");
    assertThat(CASE.findings(alert("expr: max_over_time(x[10m:1m]) > 1"))).isEmpty();
    assertThat(CASE.findings(alert("expr: max_over_time(x[10m:]) > 1"))).isEmpty();
  }
}
