package dev.firedrill.lint.check.alert;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.api.Test;

class AbsenceBlindTest {
  private static final LintCase CASE = LintCase.of("threshold/absence-blind");

  @Test
  void asksWhoTellsWhenTheSeriesVanish() {
    assertThat(CASE.findings(alert("expr: sum(rate(requests_total[5m])) < 10")))
        .containsExactly(
            "5:11 info: when `requests_total` vanishes, there is nothing to compare: the alert is"
                + " silent");
    assertThat(CASE.findings(alert("expr: 10 > requests_active"))).hasSize(1);
  }

  @Test
  void acceptsACompanion() {
    String rules =
        """
        groups:
        - name: g
          rules:
          - {alert: TooFew, expr: "job:requests:rate5m < 10"}
          - {record: "job:requests:rate5m", expr: "sum by (job) (rate(requests_total[5m]))"}
          - {alert: Companion, expr: "COMPANION"}
        """;
    assertThat(CASE.findings(rules.replace("COMPANION", "vector(1) > 2"))).hasSize(1);
    for (String companion :
        new String[] {
          "absent(requests_total)",
          "absent_over_time(job:requests:rate5m[10m])",
          "kube_job_info unless requests_total",
          "up == 0"
        }) {
      assertThat(CASE.findings(rules.replace("COMPANION", companion))).as(companion).isEmpty();
    }
  }

  @Test
  void acceptsWhatIsAlwaysThere() {
    assertThat(CASE.findings(alert("expr: (sum(a) or vector(0)) < 10"))).isEmpty();
    assertThat(CASE.findings(alert("expr: a > 10"))).isEmpty();
    assertThat(CASE.findings(alert("expr: a > 10 and b < 5"))).isEmpty();
    assertThat(CASE.findings(alert("expr: a > 10 or b < 5"))).hasSize(1);
  }

  @Test
  void saysItOnceForEachMetric() {
    String rules =
        """
        groups:
        - name: g
          rules:
          - {alert: Few, expr: workers < 10}
          - {alert: Fewer, expr: workers < 5}
        """;
    assertThat(CASE.findings(rules)).hasSize(1);
  }
}
