package dev.firedrill.lint.check.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DashboardPromqlTest {
  private static final GrafanaCase CASE = GrafanaCase.of("grafana/dashboard-promql");

  private static String steps(String... values) {
    StringBuilder steps = new StringBuilder("{\"color\": \"green\", \"value\": null}");
    for (String value : values) {
      steps.append(",\n{\"color\": \"red\", \"value\": ").append(value).append('}');
    }
    return ",\"type\": \"stat\", \"fieldConfig\": {\"defaults\": {\"thresholds\": {\"mode\":"
        + " \"absolute\", \"steps\": ["
        + steps
        + "]}}}";
  }

  @Test
  void reportsExpressionsThatDoNotParseWhereTheyAreWritten() {
    assertThat(CASE.panel("sum(rate(x{job=~\\\"$job\\\"}[$__rate_interval])", ""))
        .containsExactly(
            "3:54 warning: the panel `P` has an expression that does not parse: unclosed left"
                + " parenthesis");
    assertThat(CASE.panel("rate(x[${window}])) + 1", ""))
        .singleElement()
        .asString()
        .startsWith("3:29 warning: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rate(x{job=~\\\"$job\\\"}[$__rate_interval])",
        "rate(x{job=~\\\"${job:regex}\\\", i=\\\"[[node]]\\\"}[${window}])",
        "increase(x[${__range_s}s]) / ${__range_s}",
        "increase(x[$__range] offset $shift)",
        "avg_over_time(x[1h:$__interval])",
        "avg_over_time(x[${minutes}m:$step])",
        "topk($count, x) > $limit",
        "sum by ($group, job) ($metric)",
        "$aggregation(x) by (job)",
        "${metric}_total{job=\\\"a\\\"}",
        "x $operator 5",
        "x{$filter, a=\\\"b\\\"}",
        "quantile_over_time(0.$q, x[$__interval:])",
        "sum(rate(x[$__rate_interval]) * $__rate_interval)",
        "label_replace(x, \\\"a\\\", \\\"$1\\\", \\\"b\\\", \\\"(.*)\\\")",
        "x # $comment ) in here",
        "topk($n, sum by ($by) (rate(${metric}_total[$window])))",
      })
  void takesVariablesForWhatSuitsTheirPlace(String expression) {
    assertThat(CASE.panel(expression, "")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"type\": \"loki\", \"uid\": \"a\"",
        "\"type\": \"victoriametrics-metrics-datasource\"",
      })
  void leavesOtherDataSourcesAlone(String source) {
    assertThat(CASE.panel("sum(", ",\"datasource\": {" + source + "}")).isEmpty();
    assertThat(CASE.panel("{app=\\\"a\\\"} |= \\\"error\\\"", "")).isEmpty();
  }

  @Test
  void looksIntoRowsOfBothForms() {
    assertThat(
            CASE.files(
                "{\"dashboard\": {\"rows\": [{\"panels\": [{\"targets\": [{\"expr\": \"a b\"}]},"
                    + " {\"type\": \"row\", \"panels\": [{\"targets\": [{\"expr\":"
                    + " \"(a\"}]}]}]}]}}"))
        .hasSize(2);
  }

  @Test
  void reportsThresholdsThatDifferFromTheAlert() {
    GrafanaCase alert = CASE.alert("sum by (job) (rate(errors_total[5m])) > 0.9");
    String panel = "sum by(job)(rate(errors_total{job=~\\\"$job\\\"}[$__rate_interval]))";
    assertThat(alert.panel(panel, steps("0.8")))
        .containsExactly(
            "4:27 warning: the panel `P` changes at 0.8, SomethingWrong fires above 0.9");
    assertThat(alert.panel(panel, steps("0.9"))).isEmpty();
    assertThat(alert.panel(panel, steps("0.8", "0.9"))).isEmpty();
    assertThat(alert.panel(panel, "")).isEmpty();
    assertThat(alert.panel("sum(rate(errors_total[5m]))", steps("0.8"))).isEmpty();
    assertThat(alert.panel("sum by (job) (rate(errors_total[1m]))", steps("0.8"))).isEmpty();
  }

  @Test
  void looksAtThresholdsThatPanelsShow() {
    GrafanaCase alert = CASE.alert("a / b < 0.1 and c > 3");
    String hidden = steps("0.2").replace("stat", "timeseries");
    assertThat(alert.panel("a / b", hidden)).isEmpty();
    assertThat(
            alert.panel(
                "a / b",
                hidden.replace(
                    "{\"thresholds\"",
                    "{\"custom\": {\"thresholdsStyle\": {\"mode\": \"line\"}}, \"thresholds\"")))
        .containsExactly(
            "4:27 warning: the panel `P` changes at 0.2, SomethingWrong fires below 0.1");
    assertThat(alert.panel("a / b", steps("20").replace("absolute", "percentage"))).isEmpty();
    assertThat(alert.panel("(c)", ",\"thresholds\": [{\"op\": \"gt\", \"value\": 4}]"))
        .containsExactly("3:54 warning: the panel `P` changes at 4, SomethingWrong fires above 3");
  }

  @Test
  void endsWithManyVariables() {
    assertThat(CASE.panel("$a $b $c $d $e $f $g $h (", "")).isEmpty();
  }
}
