package dev.firedrill.lint.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.api.Test;

class ExpressionRepeatedTest {
  private static final LintCase CASE = LintCase.of("rule/expression-repeated");

  private static String rules(String alert) {
    return """
    groups:
    - name: g
      rules:
      - {record: 'job:errors:rate5m', expr: 'sum by (job) (rate(errors_total[5m]))'}
      - {alert: A, expr: 'EXPR'}
    """
        .replace("EXPR", alert);
  }

  @Test
  void reportsWhatARecordComputes() {
    assertThat(CASE.findings(rules("sum  by(job) (rate(errors_total[5m])) / 2 > 1")))
        .containsExactly("5:23 info: `job:errors:rate5m` already computes this");
  }

  @Test
  void acceptsOtherExpressions() {
    assertThat(CASE.findings(rules("sum by (pod) (rate(errors_total[5m])) > 1"))).isEmpty();
    assertThat(CASE.findings(rules("job:errors:rate5m > 1"))).isEmpty();
  }
}
