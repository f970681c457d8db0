package dev.firedrill.lint.check.alert;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.api.Test;

class KeepFiringTest {
  private static final LintCase CASE = LintCase.of("for/keep-firing");

  @Test
  void reportsSharesThatAreNearlyFull() {
    assertThat(CASE.findings(alert("expr: cache_used_ratio > 0.9", "for: 5m")))
        .containsExactly(
            "5:11 info: a gauge this near to full crosses its threshold to and fro: each time the"
                + " alert resolves and fires anew");
    assertThat(CASE.findings(alert("expr: 100 * used_bytes / size_bytes > 95"))).hasSize(1);
  }

  @Test
  void leavesOthersAlone() {
    assertThat(CASE.findings(alert("expr: cache_used_ratio > 0.9", "keep_firing_for: 5m")))
        .isEmpty();
    assertThat(CASE.findings(alert("expr: cache_used_ratio > 0.5"))).isEmpty();
    assertThat(CASE.findings(alert("expr: cache_hit_ratio < 0.95"))).isEmpty();
    assertThat(CASE.findings(alert("expr: avg_over_time(cache_used_ratio[5m]) > 0.9"))).isEmpty();
    assertThat(CASE.findings(alert("expr: queue_length > 0.9"))).isEmpty();
  }
}
