package dev.firedrill.lint.check.alert;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdNeverResolvesTest {
  private static final LintCase CASE = LintCase.of("threshold/never-resolves");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "errors_total > 0",
        "sum by (job) (errors_total) >= 5",
        "10 < errors_total",
        "errors_total > 5 and failures_total > 5",
        "up == 0 or errors_total > 5",
        "max_over_time(errors_total[5m]) > 5",
      })
  void reportsCountersThatPassANumber(String expr) {
    assertThat(CASE.findings(alert("expr: " + expr)))
        .singleElement()
        .asString()
        .contains("warning: this is a counter: once above");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "increase(errors_total[1h]) > 0",
        "errors_total < 5",
        "errors_total - errors_total offset 5m > 0",
        "errors_total > requests_total",
        "errors_total / requests_total > 0.5",
        "queue_length > 5",
        "up == 0 unless errors_total > 5",
        "errors_total > 0 and rate(errors_total[5m]) > 5",
      })
  void acceptsWhatComesDownAgain(String expr) {
    assertThat(CASE.findings(alert("expr: " + expr))).isEmpty();
  }

  @Test
  void takesTheNumberOfWhatIsThereNowForNoCounter() {
    assertThat(CASE.findings(alert("expr: guests_not_backed_up_total > 0"))).isEmpty();
    assertThat(CASE.findings(alert("expr: sum(pending_requests_total) > 50"))).isEmpty();
    assertThat(CASE.findings(alert("expr: failed_requests_total > 50"))).hasSize(1);
  }
}
