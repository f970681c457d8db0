package dev.firedrill.lint.check.alert;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.api.Test;

class LabelValueInLabelTest {
  private static final LintCase CASE = LintCase.of("label/value-in-label");

  @Test
  void reportsTheValueInALabel() {
    assertThat(CASE.findings(alert("expr: x > 1", "labels: {rate: '{{ $value }}'}")))
        .containsExactly(
            "6:24 error: label `rate` changes with the value: each evaluation makes a new alert,"
                + " and `for` starts again");
    assertThat(CASE.findings(alert("expr: x > 1", "labels: {r: '{{ .Value | humanize }}'}")))
        .hasSize(1);
  }

  @Test
  void acceptsTheValueInAnnotationsAndConditions() {
    assertThat(CASE.findings(alert("expr: x > 1", "annotations: {summary: '{{ $value }}'}")))
        .isEmpty();
    assertThat(
            CASE.findings(
                alert(
                    "expr: x > 1",
                    "labels: {s: '{{ if gt $value 5.0 }}high{{ else }}low{{ end }}'}")))
        .isEmpty();
  }
}
