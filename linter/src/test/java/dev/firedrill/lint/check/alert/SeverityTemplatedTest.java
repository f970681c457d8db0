package dev.firedrill.lint.check.alert;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.api.Test;

class SeverityTemplatedTest {
  private static final LintCase CASE = LintCase.of("severity/templated");

  @Test
  void reportsTemplates() {
    assertThat(CASE.findings(alert("expr: up == 0", "labels: {severity: '{{ $labels.s }}'}")))
        .containsExactly(
            "6:25 warning: the severity is known only when the alert fires: nobody can tell whom it"
                + " reaches");
    assertThat(CASE.findings(alert("expr: up == 0", "labels: {severity: page}"))).isEmpty();
  }
}
