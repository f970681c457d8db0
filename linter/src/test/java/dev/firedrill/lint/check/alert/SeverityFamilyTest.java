package dev.firedrill.lint.check.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.api.Test;

class SeverityFamilyTest {
  private static final LintCase CASE = LintCase.of("severity/family");
  private static final String RULES =
      """
      groups:
      - name: g
        rules:
        - {alert: Full, expr: disk_used_ratio > 0.95, labels: {severity: critical}}
        - {alert: OTHER, labels: {severity: warning}}
      """;

  @Test
  void asksForAnEarlierWarning() {
    assertThat(CASE.findings(RULES.replace("OTHER", "Down, expr: up == 0")))
        .containsExactly(
            "4:13 warning: Full is the first that anybody hears of this: no milder alert announces"
                + " it");
    assertThat(CASE.findings(RULES.replace("OTHER", "Empty, expr: disk_used_ratio < 0.1")))
        .hasSize(1);
  }

  @Test
  void findsItByNameOrBySymptom() {
    assertThat(CASE.findings(RULES.replace("OTHER", "Fuller, expr: disk_used_ratio > 0.8")))
        .isEmpty();
    assertThat(CASE.findings(RULES.replace("OTHER", "Full, expr: 'avg(disk_used) > 1'"))).isEmpty();
  }

  @Test
  void leavesStatesAlone() {
    assertThat(
            CASE.findings(
                RULES
                    .replace("disk_used_ratio > 0.95", "up == 0")
                    .replace("OTHER", "A, expr: up == 0")))
        .isEmpty();
  }
}
