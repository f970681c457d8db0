package dev.firedrill.lint.check.alert;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForMissingTest {
  private static final LintCase CASE = LintCase.of("for/missing");

  @Test
  void pointsAtTheName() {
    assertThat(CASE.findings(alert("expr: up == 0")))
        .containsExactly(
            "4:12 warning: alert SomethingWrong has no `for`: one bad sample fires it");
  }

  @Test
  void acceptsRangesAndSubqueries() {
    assertThat(CASE.findings(alert("expr: rate(a[5m]) > 1"))).isEmpty();
    assertThat(CASE.findings(alert("expr: max_over_time((a > 1)[5m:1m]) > 1"))).isEmpty();
  }

  @Test
  void acceptsWhatHasAFor() {
    assertThat(CASE.findings(alert("expr: up == 0", "for: 1m"))).isEmpty();
    assertThat(CASE.findings(alert("expr: up == 0", "for: 0s"))).isEmpty();
  }

  @Test
  void excusesSeverities() {
    String info = alert("expr: up == 0", "labels: {severity: info}");
    assertThat(CASE.findings(info)).isEmpty();
    assertThat(CASE.with("excused_severities", List.of()).findings(info)).hasSize(1);
  }

  @Test
  void needsNoneWhereNoSampleDecides() {
    assertThat(CASE.findings(alert("expr: ALERTS{alertname=\"A\"}"))).isEmpty();
    assertThat(CASE.findings(alert("expr: hour() > 18"))).isEmpty();
    assertThat(CASE.findings(alert("expr: ALERTS and up == 0"))).hasSize(1);
  }

  @Test
  void needsNoneForAges() {
    assertThat(CASE.findings(alert("expr: time() - backup_timestamp_seconds > 90000"))).isEmpty();
    assertThat(CASE.findings(alert("expr: certificate_ttl_seconds < 604800"))).isEmpty();
    assertThat(CASE.findings(alert("expr: request_latency_seconds > 5"))).hasSize(1);
  }
}
