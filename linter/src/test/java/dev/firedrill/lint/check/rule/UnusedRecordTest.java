package dev.firedrill.lint.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.api.Test;

class UnusedRecordTest {
  private static final LintCase CASE = LintCase.of("rule/unused-record");

  @Test
  void reportsRecordsThatNobodyReads() {
    String rules =
        """
        groups:
        - name: g
          rules:
          - {record: 'a:b', expr: sum(x)}
          - {record: 'a:c', expr: sum(x)}
          - {alert: A, expr: 'rate(a:b[5m]) > 1'}
        """;
    assertThat(CASE.findings(rules)).containsExactly("5:15 warning: no rule reads `a:c`");
  }
}
