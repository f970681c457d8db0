package dev.firedrill.lint.check.online;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.OnlineCase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OnlineSeriesTest {
  private final OnlineCase online;

  OnlineSeriesTest() throws Exception {
    online =
        new OnlineCase("online/series")
            .value("count(up)", "3")
            .answer("/api/v1/label/__name__/values", "[\"up\",\"worker_errors_total\",\"gone\"]")
            .answer("/api/v1/label/job/values?up", "[\"trainer\",\"prometheus\"]")
            .answer("/api/v1/label/jbo/values?up", "[]")
            .answer("/api/v1/labels?up", "[\"__name__\",\"instance\",\"job\"]");
  }

  @AfterEach
  void stop() {
    online.close();
  }

  @Test
  void knowsMetricsThatTheServerHasNeverKnown() {
    assertThat(online.findings(alert("expr: rate(worker_error_total{job=\"a\"}[5m]) > 1")))
        .containsExactly(
            "5:16 error: `worker_error_total{job=\"a\"}` finds nothing now and in the last 1w: the"
                + " server has never known such a metric | did you mean `worker_errors_total`?");
  }

  @Test
  void warnsOfMetricsThatAreGone() {
    assertThat(online.findings(alert("expr: gone > 1")))
        .containsExactly(
            "5:11 warning: `gone` finds nothing now and in the last 1w: there were such series, but"
                + " that is longer ago");
  }

  @Test
  void saysWhichMatcherFindsNothing() {
    assertThat(online.findings(alert("expr: up{job=\"trianer\"} == 0")))
        .containsExactly(
            "5:11 warning: `up{job=\"trianer\"}` finds nothing now and in the last 1w: no series of"
                + " `up` has `job=\"trianer\"` | did you mean `trainer`?");
    assertThat(online.findings(alert("expr: up{jbo=\"trainer\"} == 0")))
        .containsExactly(
            "5:11 warning: `up{jbo=\"trainer\"}` finds nothing now and in the last 1w: no series of"
                + " `up` has a label `jbo` | did you mean `job`?");
  }

  @Test
  void saysThatMatchersExcludeEachOther() {
    online.value("count(up{job=\"trainer\"})", "1").value("count(up{instance=\"b\"})", "1");
    assertThat(online.findings(alert("expr: up{job=\"trainer\",instance=\"b\"} == 0")))
        .containsExactly(
            "5:11 warning: `up{job=\"trainer\",instance=\"b\"}` finds nothing now and in the last"
                + " 1w: each matcher finds series, but all together none");
  }

  @Test
  void isContentWithSeriesThatWereThereLately() {
    online.value("count_over_time(count(sometimes)[1w:5m])", "7");
    assertThat(online.findings(alert("expr: sometimes > 1"))).isEmpty();
    online.with("window", java.time.Duration.ofDays(1));
    assertThat(online.findings(alert("expr: sometimes > 1"))).hasSize(1);
  }

  @Test
  void leavesOutWhatMayBeAbsent() {
    String rules = alert("expr: absent(nothing) or absent_over_time(nothing[5m])");
    assertThat(online.findings(rules)).isEmpty();
    assertThat(online.findings(alert("expr: (old_name or up) == 0"))).isEmpty();
    assertThat(online.findings(alert("expr: ALERTS{alertname=\"Never\"} == 1"))).isEmpty();
  }

  @Test
  void leavesOutWhatTheRulesRecordThemselves() {
    String rules =
        alert("expr: job:up:sum < 1") + "  - record: job:up:sum\n    expr: sum by (job) (up)\n";
    assertThat(online.findings(rules)).isEmpty();
  }

  @Test
  void asksTheSameOnceHoweverManyRulesReadIt() {
    String rules = alert("expr: up == 0") + "  - alert: Other\n    expr: up == 0 unless up == 1\n";
    assertThat(online.findings(rules)).isEmpty();
    assertThat(online.timesAsked("count(up)")).isEqualTo(1);
  }
}
