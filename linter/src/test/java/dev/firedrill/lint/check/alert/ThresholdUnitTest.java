package dev.firedrill.lint.check.alert;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdUnitTest {
  private static final LintCase CASE = LintCase.of("threshold/unit");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gpu_memory_used_bytes / gpu_memory_total_bytes > 95 | the left side is a ratio, where 1 is"
            + " all: 95 looks like a percentage",
        "1 - disk_avail_bytes / disk_avail_max_bytes > 80 | the left side is a ratio, where 1 is"
            + " all: 80 looks like a percentage",
        "cache_hit_ratio < 90 | the left side is a ratio, where 1 is all: 90 looks like a"
            + " percentage",
        "100 - avg by (instance) (rate(cpu_seconds_total[5m])) * 100 > 0.9 | the left side is a"
            + " percentage: 0.9 looks like a ratio",
        "a_percent < 0.1 | the left side is a percentage: 0.1 looks like a ratio",
        "histogram_quantile(0.9, sum by (le) (rate(x_seconds_bucket[5m]))) > 500 | the left side is"
            + " in seconds: 500 looks like milliseconds",
      })
  void reportsNumbersOfAnotherUnit(String expr, String message) {
    assertThat(CASE.findings(alert("expr: " + expr)))
        .singleElement()
        .asString()
        .endsWith("warning: " + message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gpu_memory_used_bytes / gpu_memory_total_bytes > 0.95",
        "100 * gpu_memory_used_bytes / gpu_memory_total_bytes > 95",
        "sum(rate(rows_read_total[5m])) / sum(rate(queries_total[5m])) > 50",
        "errors_total / requests_total > 5",
        "rate(cpu_seconds_total[5m]) > 50",
        "rate(a_total[5m]) / rate(b_total[5m]) * 100 > 0.1",
        "time() - a_timestamp_seconds > 1000",
        "histogram_quantile(0.9, sum by (le) (rate(x_seconds_bucket[5m]))) > 600",
        "cache_hit_ratio > 1.5",
      })
  void acceptsNumbersOfTheSameUnit(String expr) {
    assertThat(CASE.findings(alert("expr: " + expr))).isEmpty();
  }
}
