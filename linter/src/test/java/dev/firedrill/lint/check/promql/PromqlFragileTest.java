package dev.firedrill.lint.check.promql;

import static dev.firedrill.lint.LintCase.alert;
import static dev.firedrill.lint.LintCase.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.api.Test;

class PromqlFragileTest {
  private static final LintCase CASE = LintCase.of("promql/fragile");

  @Test
  void reportsPickedSeriesInAlerts() {
    assertThat(CASE.findings(alert("expr: topk(3, x) > 5")))
        .singleElement()
        .asString()
        .startsWith("5:11 warning: topk() picks other series as values change");
    assertThat(CASE.findings(rule("record: a:b", "expr: topk(3, x)"))).isEmpty();
    assertThat(CASE.findings(alert("expr: sum(topk(3, x)) > 5"))).isEmpty();
    assertThat(CASE.findings(alert("expr: topk by (job) (1, x) > 5"))).isEmpty();
  }

  @Test
  void reportsZerosThatFillNoGap() {
    assertThat(CASE.findings(alert("expr: (sum by (job) (x) or vector(0)) > 5")))
        .singleElement()
        .asString()
        .startsWith("5:32 info: this adds one series without labels");
    assertThat(CASE.findings(alert("expr: (sum(x) or vector(0)) > 5"))).isEmpty();
    assertThat(CASE.findings(alert("expr: sum(x or vector(0)) > 5"))).isEmpty();
    assertThat(CASE.findings(alert("expr: (x or on () vector(0)) > 5"))).isEmpty();
  }
}
