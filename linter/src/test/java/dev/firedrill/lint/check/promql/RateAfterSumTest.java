package dev.firedrill.lint.check.promql;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateAfterSumTest {
  private static final LintCase CASE = LintCase.of("promql/rate-after-sum");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rate(sum(errors_total)[5m:1m]) > 1",
        "increase((sum by (job) (errors))[1h:]) > 1",
      })
  void reportsRatesOfSums(String expr) {
    assertThat(CASE.findings(alert("expr: " + expr)))
        .singleElement()
        .asString()
        .contains("error: ")
        .contains("() after a sum: when one counter restarts");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sum(rate(errors_total[5m])) > 1",
        "deriv(sum(errors_total)[5m:1m]) > 1",
        "max_over_time(sum(rate(errors_total[5m]))[1h:1m]) > 1",
        "rate(max by (job) (errors_total)[5m:1m]) > 1",
      })
  void acceptsSumsOfRates(String expr) {
    assertThat(CASE.findings(alert("expr: " + expr))).isEmpty();
  }

  @Test
  void looksThroughRecords() {
    String rules =
        """
        groups:
        - name: g
          rules:
          - record: job:errors:sum
            expr: sum by (job) (errors_total)
          - record: job:rate:sum
            expr: sum by (job) (rate(errors_total[5m]))
          - alert: A
            expr: rate(job:errors:sum[5m]) > 1
        """;
    assertThat(CASE.findings(rules)).singleElement().asString().startsWith("9:11 error: rate()");
  }
}
