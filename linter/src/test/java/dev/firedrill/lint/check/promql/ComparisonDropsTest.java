package dev.firedrill.lint.check.promql;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.api.Test;

class ComparisonDropsTest {
  private static final LintCase CASE = LintCase.of("promql/comparison-drops");

  @Test
  void reportsMixedSetOperators() {
    assertThat(CASE.findings(alert("expr: a > 1 or b > 1 and c > 1")))
        .containsExactly("5:20 info: `and` binds stronger than `or`: this is one side of it");
    assertThat(CASE.findings(alert("expr: a unless b or c"))).hasSize(1);
    assertThat(CASE.findings(alert("expr: a > 1 or (b > 1 and c > 1)"))).isEmpty();
    assertThat(CASE.findings(alert("expr: a > 1 or b > 1 or c > 1"))).isEmpty();
    assertThat(CASE.findings(alert("expr: a and b unless c"))).isEmpty();
  }
}
