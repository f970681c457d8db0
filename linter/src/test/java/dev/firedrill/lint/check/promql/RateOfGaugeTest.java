package dev.firedrill.lint.check.promql;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import dev.firedrill.promql.flow.MetricKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateOfGaugeTest {
  private static final LintCase CASE = LintCase.of("promql/rate-of-gauge");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rate(gpu_temperature_celsius[5m]) > 1 | `gpu_temperature_celsius` looks like a gauge, and"
            + " rate() is for counters",
        "increase(cache_hit_ratio[5m]) > 1 | `cache_hit_ratio` looks like a gauge, and increase()"
            + " is for counters",
        "delta(errors_total[5m]) > 1 | `errors_total` looks like a counter, and delta() does not"
            + " know of resets",
        "deriv(a_seconds_sum[5m]) > 1 | `a_seconds_sum` looks like a counter, and deriv() does not"
            + " know of resets",
      })
  void reportsFunctionsOfTheOtherKind(String expr, String message) {
    assertThat(CASE.findings(alert("expr: " + expr))).containsExactly("5:11 info: " + message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rate(errors_total[5m]) > 1",
        "rate(queue_things[5m]) > 1",
        "delta(gpu_temperature_celsius[5m]) > 1",
        "changes(process_start_time_seconds[5m]) > 1",
        "avg_over_time(cache_hit_ratio[5m]) > 1",
        "rate(job:cache_hit:ratio[5m]) > 1",
      })
  void acceptsFunctionsOfItsKind(String expr) {
    assertThat(CASE.findings(alert("expr: " + expr))).isEmpty();
  }

  @Test
  void knowsWhatRecordsAre() {
    String rules =
        """
        groups:
        - name: g
          rules:
          - record: job:errors
            expr: sum by (job) (rate(errors_total[5m]))
          - alert: A
            expr: rate(job:errors[5m]) > 1
        """;
    assertThat(CASE.findings(rules)).hasSize(1);
  }

  @Test
  void goesByMetadataWhereThereIsSome() {
    LintCase told =
        CASE.knowing(
            metric ->
                switch (metric) {
                  case "requests" -> Optional.of(MetricKind.COUNTER);
                  case "hit_ratio", "open_total" -> Optional.of(MetricKind.GAUGE);
                  default -> Optional.empty();
                });
    assertThat(told.findings(alert("expr: delta(requests[5m]) > 1")))
        .containsExactly(
            "5:11 warning: `requests` is a counter, and delta() does not know of resets");
    assertThat(told.findings(alert("expr: delta(open_total[5m]) > 1"))).isEmpty();
    assertThat(told.findings(alert("expr: rate(hit_ratio[5m]) > 1")))
        .as("for online/metric-type to say")
        .isEmpty();
    assertThat(told.findings(alert("expr: rate(other_ratio[5m]) > 1"))).hasSize(1);
  }
}
