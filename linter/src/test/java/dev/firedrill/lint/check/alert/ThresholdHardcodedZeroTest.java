package dev.firedrill.lint.check.alert;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdHardcodedZeroTest {
  private static final LintCase CASE = LintCase.of("threshold/hardcoded-zero");

  @ParameterizedTest
  @ValueSource(
      strings = {"errors > 0", "sum(training_errors) > 0", "0 < error_count", "api_failures >= 1"})
  void reportsThatASingleErrorFires(String expr) {
    assertThat(CASE.findings(alert("expr: " + expr)))
        .containsExactly("5:11 info: a single error fires alert SomethingWrong");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "errors > 5",
        "errors_total > 0",
        "increase(errors[5m]) > 0",
        "queue_length > 0",
        "job_status_failed > 0",
        "last_scrape_error > 0",
        "errors > 0 and on () up == 1",
        "errors == 0",
      })
  void acceptsOtherConditions(String expr) {
    assertThat(CASE.findings(alert("expr: " + expr))).isEmpty();
  }
}
