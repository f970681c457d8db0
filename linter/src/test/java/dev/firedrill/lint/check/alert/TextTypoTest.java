package dev.firedrill.lint.check.alert;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.api.Test;

class TextTypoTest {
  private static final LintCase CASE = LintCase.of("text/typo");

  @Test
  void suggestsWhatWasMeant() {
    assertThat(CASE.findings(alert("expr: up == 0", "labels: {severty: page}")))
        .containsExactly("6:14 info: label `severty` looks like `severity`");
    assertThat(CASE.findings(alert("expr: up == 0", "annotations: {sumary: a, Description: b}")))
        .containsExactly(
            "6:19 info: annotation `sumary` looks like `summary`",
            "6:30 info: annotation `Description` looks like `description`");
  }

  @Test
  void leavesOtherNamesAlone() {
    assertThat(
            CASE.findings(
                alert(
                    "expr: up == 0",
                    "labels: {severities: a, team: b, priority: c, services: d}",
                    "annotations: {runbook: a, messages: b, grafana: c, titles: d}")))
        .isEmpty();
  }
}
