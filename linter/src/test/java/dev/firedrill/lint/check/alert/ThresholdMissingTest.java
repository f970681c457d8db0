package dev.firedrill.lint.check.alert;

import static dev.firedrill.lint.LintCase.alert;
import static dev.firedrill.lint.LintCase.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdMissingTest {
  private static final LintCase CASE = LintCase.of("threshold/missing");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "job_queue_length",
        "sum(rate(errors_total[5m]))",
        "(a + b) / c",
        "vector(1)",
        "a or b > 1",
        "(a > 1) or vector(0)",
        "scalar(a > 1) * b",
        "avg_over_time(a[5m])",
        "time() - last_success_timestamp_seconds",
        "-a",
        "1",
        "(a > bool 1) + b",
        "histogram_quantile(0.9, sum by (le) (rate(a_bucket[5m])))",
      })
  void reportsExpressionsThatAlwaysAnswer(String expr) {
    assertThat(CASE.findings(alert("expr: " + expr)))
        .containsExactly(
            "5:11 error: alert SomethingWrong has no condition: it fires whenever there is a"
                + " series");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a > 1",
        "sum(a > 1)",
        "count(a == 0)",
        "a and b",
        "a unless b",
        "a > 1 or b > 1",
        "absent(a)",
        "absent_over_time(a[5m])",
        "count_over_time((a > 1)[5m:1m])",
        "label_replace(a > 1, \"x\", \"y\", \"z\", \"\")",
        "a * on (x) group_left () (b > 1)",
        "(((a != 0)))",
        "ALERTS{alertstate=\"firing\"}",
        "vector(1) > 0",
      })
  void acceptsExpressionsThatCanBeEmpty(String expr) {
    assertThat(CASE.findings(alert("expr: '" + expr + "'"))).isEmpty();
  }

  @Test
  void looksThroughRecordsThatFilter() {
    String rules =
        """
        groups:
        - name: g
          rules:
          - record: queue:too_long
            expr: queue_length > 100
          - record: queue:length:sum
            expr: sum(queue_length)
          - alert: TooLong
            expr: queue:too_long
          - alert: Length
            expr: queue:length:sum
        """;
    assertThat(CASE.findings(rules))
        .containsExactly(
            "11:11 error: alert Length has no condition: it fires whenever there is a series");
  }

  @Test
  void isNotCaughtInRecordsThatReadThemselves() {
    String rules =
        """
        groups:
        - name: g
          rules:
          - record: a
            expr: b
          - record: b
            expr: a
          - alert: A
            expr: a
        """;
    assertThat(CASE.findings(rules)).hasSize(1);
  }

  @Test
  void sparesAlertsThatFireOnPurpose() {
    assertThat(CASE.findings(LintCase.rule("alert: Watchdog", "expr: vector(1)"))).isEmpty();
    assertThat(CASE.findings(alert("expr: vector(1)", "labels: {severity: none}"))).isEmpty();
    assertThat(
            CASE.with("always_firing", List.of("SomethingWrong"))
                .findings(alert("expr: vector(1)")))
        .isEmpty();
  }

  @Test
  void leavesBoolComparisonsToTheirOwnCheck() {
    assertThat(CASE.findings(alert("expr: (a > bool 1)"))).isEmpty();
  }

  @Test
  void copesWithLongChains() {
    String sum = "a" + " + a".repeat(20_000);
    assertThat(CASE.findings(alert("expr: " + sum))).hasSize(1);
  }

  @Test
  void takesALabelOfAnInfoMetricForACondition() {
    assertThat(CASE.findings(alert("expr: link_info{state=\"down\"}"))).isEmpty();
    assertThat(CASE.findings(alert("expr: link_info{job=\"a\"}"))).hasSize(1);
    assertThat(CASE.findings(alert("expr: link_info{state!=\"up\"}"))).isEmpty();
  }

  @Test
  void knowsWatchdogsByTheirNames() {
    for (String name : new String[] {"E2eDeadManSwitch", "AlwaysFiring", "WatchDogOfTheWest"}) {
      assertThat(CASE.findings(rule("alert: " + name, "expr: vector(1)"))).as(name).isEmpty();
    }
  }
}
