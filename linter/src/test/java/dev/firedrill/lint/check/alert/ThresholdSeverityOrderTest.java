package dev.firedrill.lint.check.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.api.Test;

class ThresholdSeverityOrderTest {
  private static final LintCase CASE = LintCase.of("threshold/severity-order");

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
  void reportsACriticalThatIsEasierToReach() {
    assertThat(CASE.findings(pair("expr: x > 90", "expr: x > 85")))
        .containsExactly("5:13 error: critical alert B is easier to reach than the warning one");
    assertThat(CASE.findings(pair("expr: x < 10", "expr: 15 >= x"))).hasSize(1);
  }

  @Test
  void reportsACriticalThatWaitsLonger() {
    assertThat(CASE.findings(pair("expr: x > 80, for: 5m", "expr: x > 90, for: 10m")))
        .containsExactly("5:13 warning: critical alert B waits longer than the warning one");
  }

  @Test
  void acceptsTheRightOrder() {
    assertThat(CASE.findings(pair("expr: x > 80, for: 5m", "expr: x > 90, for: 5m"))).isEmpty();
    assertThat(CASE.findings(pair("expr: x < 20", "expr: x < 10"))).isEmpty();
    assertThat(CASE.findings(pair("expr: x > 80, for: 5m", "expr: x > 80, for: 30m"))).isEmpty();
  }

  @Test
  void comparesAlertsOnTheSameThingOnly() {
    assertThat(CASE.findings(pair("expr: x > 90", "expr: y > 85"))).isEmpty();
    assertThat(CASE.findings(pair("expr: x > 90", "expr: x < 85"))).isEmpty();
  }
}
