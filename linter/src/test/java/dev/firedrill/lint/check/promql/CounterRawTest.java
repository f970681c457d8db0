package dev.firedrill.lint.check.promql;

import static dev.firedrill.lint.LintCase.alert;
import static dev.firedrill.lint.LintCase.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import dev.firedrill.promql.flow.MetricKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CounterRawTest {
  private static final LintCase CASE = LintCase.of("promql/counter-raw");

  @Test
  void reportsComparisonsAndAveragesOfRawCounters() {
    assertThat(CASE.findings(alert("expr: requests_total < 5")))
        .containsExactly(
            "5:11 info: a raw counter is compared: its value depends on the last restart");
    assertThat(CASE.findings(rule("record: a:b", "expr: avg(requests_total)")))
        .containsExactly(
            "5:11 info: avg() of raw counters: their values depend on the last restarts");
    assertThat(CASE.findings(rule("record: a:b", "expr: requests_total > 5"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rate(requests_total[5m]) < 5",
        "avg(rate(requests_total[5m])) < 5",
        "requests_total > 5",
        "requests_total == 0",
        "sum(requests_total) - 1 < 0",
        "max(requests_total) > 1",
      })
  void acceptsRatesAndWhatOtherChecksReport(String expr) {
    assertThat(CASE.findings(alert("expr: " + expr))).isEmpty();
  }

  @Test
  void warnsOfWhatMetadataSays() {
    LintCase told =
        CASE.knowing(
            metric ->
                switch (metric) {
                  case "requests" -> Optional.of(MetricKind.COUNTER);
                  case "open_total" -> Optional.of(MetricKind.GAUGE);
                  default -> Optional.empty();
                });
    assertThat(told.findings(alert("expr: requests < 5")))
        .containsExactly(
            "5:11 warning: a raw counter is compared: its value depends on the last restart");
    assertThat(told.findings(rule("record: a:b", "expr: avg(requests)"))).hasSize(1);
    assertThat(told.findings(alert("expr: open_total < 5"))).isEmpty();
    assertThat(told.findings(alert("expr: other_total < 5"))).hasSize(1);
  }
}
