package dev.firedrill.lint.check.alert;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForLimitsTest {
  private static final LintCase CASE = LintCase.of("for/limits");

  private static String withSeverity(String severity, String hold) {
    return alert("expr: up == 0", "for: " + hold, "labels: {severity: " + severity + "}");
  }

  @Test
  void letsNobodyWaitForHoursForWhatIsCritical() {
    assertThat(CASE.findings(withSeverity("critical", "2d")))
        .containsExactly(
            "6:10 warning: a `for` of 2d is above the limit of 1d for severity critical");
    assertThat(CASE.findings(withSeverity("critical", "1h"))).isEmpty();
    assertThat(CASE.findings(withSeverity("warning", "12h"))).isEmpty();
    assertThat(CASE.findings(withSeverity("warning", "30d"))).hasSize(1);
  }

  @Test
  void takesLimitsFromTheSettings() {
    LintCase limits =
        CASE.with("min", Map.of("page", Duration.ofMinutes(5), "default", Duration.ofMinutes(1)));
    assertThat(limits.findings(withSeverity("page", "2m")))
        .containsExactly("6:10 warning: a `for` of 2m is below the limit of 5m for severity page");
    assertThat(limits.findings(alert("expr: up == 0")))
        .containsExactly("4:12 warning: no `for` is below the limit of 1m");
    assertThat(limits.findings(withSeverity("info", "1m"))).isEmpty();
  }
}
