package dev.firedrill.lint.check.promql;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramUseTest {
  private static final LintCase CASE = LintCase.of("promql/histogram");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "histogram_quantile(0.9, sum by (job) (rate(x_bucket[5m]))) > 1 | 5:36 error:"
            + " histogram_quantile() needs the label 'le' to tell buckets apart",
        "histogram_quantile(0.9, sum(rate(x_bucket[5m]))) > 1 | 5:36 error: histogram_quantile()"
            + " needs the label 'le' to tell buckets apart",
        "histogram_quantile(95, sum by (le) (rate(x_bucket[5m]))) > 1 | 5:31 error: a quantile lies"
            + " between 0 and 1: this gives +Inf or -Inf",
        "avg(histogram_quantile(0.9, rate(x_bucket[5m]))) > 1 | 5:12 warning: the average of"
            + " quantiles is no quantile",
        "sum(x_seconds{quantile=\"0.9\"}) > 1 | 5:12 warning: the sum of quantiles is no quantile",
      })
  void reportsQuantilesThatAreNone(String expr, String finding) {
    assertThat(CASE.findings(alert("expr: '" + expr + "'")))
        .containsExactly(finding.replace('\'', '`'));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "histogram_quantile(0.9, sum by (le, job) (rate(x_bucket[5m]))) > 1",
        "histogram_quantile(0.9, sum without (job) (rate(x_bucket[5m]))) > 1",
        "histogram_quantile(0.9, sum by (job) (rate(x[5m]))) > 1",
        "max(x_seconds{quantile=\"0.9\"}) > 1",
      })
  void acceptsQuantiles(String expr) {
    assertThat(CASE.findings(alert("expr: '" + expr + "'"))).isEmpty();
  }
}
