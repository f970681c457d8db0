package dev.firedrill.lint.check.alert;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.api.Test;

class ForSingleEventTest {
  private static final LintCase CASE = LintCase.of("for/single-event");

  @Test
  void reportsAForThatOutlastsTheRange() {
    assertThat(CASE.findings(alert("expr: increase(restarts_total[5m]) > 0", "for: 5m")))
        .containsExactly("6:10 info: one event never fires this: after 5m it has left the range");
    assertThat(CASE.findings(alert("expr: sum(changes(version[10m])) > 0", "for: 15m"))).hasSize(1);
  }

  @Test
  void acceptsAShorterForAndOtherConditions() {
    assertThat(CASE.findings(alert("expr: increase(restarts_total[15m]) > 0", "for: 5m")))
        .isEmpty();
    assertThat(CASE.findings(alert("expr: increase(restarts_total[5m]) > 5", "for: 5m"))).isEmpty();
    assertThat(CASE.findings(alert("expr: increase(restarts_total[5m]) > 0"))).isEmpty();
    assertThat(CASE.findings(alert("expr: rate(restarts_total[5m]) > 0", "for: 5m"))).isEmpty();
  }
}
