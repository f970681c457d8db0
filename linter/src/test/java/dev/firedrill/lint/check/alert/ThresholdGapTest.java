package dev.firedrill.lint.check.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.api.Test;

class ThresholdGapTest {
  private static final LintCase CASE = LintCase.of("threshold/gap");

  private static String pair(String warning, String critical) {
    return "groups:\n- name: g\n  rules:\n"
        + "  - {alert: A, labels: {severity: warning}, "
        + warning
        + "}\n"
        + "  - {alert: B, labels: {severity: critical}, "
        + critical
        + "}\n";
  }

  @Test
  void reportsPairsOnOneThreshold() {
    assertThat(CASE.findings(pair("expr: x < 0.1, for: 5m", "expr: (x) < 0.1, for: 5m")))
        .containsExactly("5:13 info: critical alert B fires together with the warning one");
  }

  @Test
  void acceptsOtherThresholdsAndDurations() {
    assertThat(CASE.findings(pair("expr: x > 1", "expr: x > 2"))).isEmpty();
    assertThat(CASE.findings(pair("expr: x > 1, for: 5m", "expr: x > 1, for: 10m"))).isEmpty();
    assertThat(
            CASE.findings(
                pair("expr: x > 1", "expr: x > 1, labels: {severity: warning}")
                    .replace("labels: {severity: critical}, ", "")))
        .isEmpty();
  }
}
