package dev.firedrill.lint.check.alert;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ForAbsentTest {
  private static final LintCase CASE = LintCase.of("for/absent");

  @Test
  void asksForAFor() {
    assertThat(CASE.findings(alert("expr: absent(up{job=\"a\"})")))
        .containsExactly(
            "5:11 warning: absent() without `for`: a restart of Prometheus or a missed scrape"
                + " fires it");
    assertThat(CASE.findings(alert("expr: absent(up) == 1 or up == 0"))).hasSize(1);
    assertThat(CASE.findings(alert("expr: absent(up)", "for: 5m"))).isEmpty();
  }

  @Test
  void asksForTwoScrapesWhereTheirIntervalIsKnown() {
    LintCase minute = CASE.with("scrape_interval", Duration.ofMinutes(1));
    assertThat(minute.findings(alert("expr: absent(up)", "for: 1m")))
        .containsExactly("6:10 warning: absent() with a `for` under two scrapes of 1m");
    assertThat(minute.findings(alert("expr: absent(up)", "for: 2m"))).isEmpty();
  }

  @Test
  void leavesOtherUsesAlone() {
    assertThat(CASE.findings(alert("expr: absent_over_time(up[10m])"))).isEmpty();
    assertThat(CASE.findings(alert("expr: up == 0 unless absent(down)"))).isEmpty();
    assertThat(CASE.findings(alert("expr: up == 0"))).isEmpty();
  }
}
