package dev.firedrill.lint.check.rule;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.api.Test;

class LabelDroppedTest {
  private static final LintCase CASE = LintCase.of("label/dropped");

  @Test
  void reportsEmptyValuesAndReservedNames() {
    assertThat(CASE.findings(alert("expr: up", "labels: {team: ''}")))
        .containsExactly("6:14 info: an empty value removes the label `team`");
    assertThat(CASE.findings(alert("expr: up", "labels: {__team: ml}")))
        .containsExactly(
            "6:14 info: label `__team` starts with two underscores, which are reserved for"
                + " internal use");
    assertThat(CASE.findings(alert("expr: up", "labels: {_team: ml}"))).isEmpty();
  }
}
