package dev.firedrill.lint.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.api.Test;

class RuleDependencyTest {
  private static final LintCase CASE = LintCase.of("rule/dependency");

  @Test
  void reportsRecordsThatComeLater() {
    String rules =
        """
        groups:
        - name: g
          rules:
          - {alert: A, expr: 'a:b > 1'}
          - {record: 'a:b', expr: sum(x)}
          - {alert: B, expr: 'a:b > 1'}
        """;
    assertThat(CASE.findings(rules))
        .containsExactly(
            "4:23 warning: `a:b` is recorded later in this group: what is read here is one interval"
                + " old");
  }

  @Test
  void reportsRecordsOfSlowerGroups() {
    String rules =
        """
        groups:
        - name: slow
          interval: 5m
          rules:
          - {record: 'a:b', expr: sum(x)}
        - name: fast
          interval: 1m
          rules:
          - {alert: A, expr: 'a:b > 1'}
        """;
    assertThat(CASE.findings(rules))
        .containsExactly("9:23 warning: `a:b` is recorded every 5m, and read every 1m");
    assertThat(CASE.findings(rules.replace("1m", "10m"))).isEmpty();
  }

  @Test
  void remarksOnCyclesButNotOnARuleThatReadsItsOwnPast() {
    String rules =
        """
        groups:
        - name: g
          rules:
          - {record: a, expr: b + 1}
          - {record: b, expr: a + 1}
          - {record: c, expr: c offset 1m + 1}
        """;
    assertThat(CASE.findings(rules))
        .containsExactly(
            "4:23 info: `a` and `b` read each other: each is an interval behind",
            "5:23 info: `b` and `a` read each other: each is an interval behind");
  }

  @Test
  void letsOneIntervalPassWhereTheRangeIsLong() {
    String rules =
        """
        groups:
        - name: g
          rules:
          - {record: "a:month", expr: "avg_over_time(a:day[RANGE])"}
          - {record: "a:day", expr: "sum(increase(a_total[WINDOW]))"}
        """;
    assertThat(CASE.findings(rules.replace("RANGE", "5m").replace("WINDOW", "5m"))).hasSize(1);
    assertThat(CASE.findings(rules.replace("RANGE", "30d").replace("WINDOW", "5m"))).isEmpty();
    assertThat(CASE.findings(rules.replace("RANGE", "5m").replace("WINDOW", "1d"))).isEmpty();
  }
}
