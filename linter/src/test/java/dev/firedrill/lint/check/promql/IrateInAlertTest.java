package dev.firedrill.lint.check.promql;

import static dev.firedrill.lint.LintCase.alert;
import static dev.firedrill.lint.LintCase.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.api.Test;

class IrateInAlertTest {
  private static final LintCase CASE = LintCase.of("promql/irate-in-alert");

  @Test
  void reportsIrateInAlertsOnly() {
    assertThat(CASE.findings(alert("expr: sum(irate(errors_total[5m])) > 1")))
        .singleElement()
        .asString()
        .startsWith("5:15 warning: irate() looks at the last two samples only");
    assertThat(CASE.findings(alert("expr: rate(errors_total[5m]) > 1"))).isEmpty();
    assertThat(CASE.findings(rule("record: a:b", "expr: irate(errors_total[5m])"))).isEmpty();
  }
}
