package dev.firedrill.lint.check.alert;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.api.Test;

class SeverityMissingTest {
  private static final LintCase CASE = LintCase.of("severity/missing");

  @Test
  void pointsAtTheName() {
    assertThat(CASE.findings(alert("expr: up == 0", "labels: {team: ml}")))
        .containsExactly("4:12 error: alert SomethingWrong has no label `severity`");
  }

  @Test
  void countsAnEmptySeverityAsNone() {
    assertThat(CASE.findings(alert("expr: up == 0", "labels: {severity: ''}"))).hasSize(1);
  }

  @Test
  void acceptsTheSeverityOfTheGroup() {
    String rules =
        """
        groups:
        - name: g
          labels: {severity: warning}
          rules:
          - alert: A
            expr: up == 0
        """;
    assertThat(CASE.findings(rules)).isEmpty();
  }

  @Test
  void looksForAnotherLabelWhereToldSo() {
    LintCase priority = CASE.with("label", "priority");
    assertThat(priority.findings(alert("expr: up == 0", "labels: {severity: x}"))).hasSize(1);
    assertThat(priority.findings(alert("expr: up == 0", "labels: {priority: P1}"))).isEmpty();
  }

  @Test
  void sparesRecordingRules() {
    assertThat(CASE.findings(LintCase.rule("record: a:b", "expr: up == 0"))).isEmpty();
  }
}
