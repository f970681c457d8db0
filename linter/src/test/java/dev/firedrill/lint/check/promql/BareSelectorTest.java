package dev.firedrill.lint.check.promql;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BareSelectorTest {
  private static final LintCase CASE = LintCase.of("promql/bare-selector");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{job=\"api\"} == 0",
        "count({__name__=~\".+\"}) > 5",
        "rate({job=\"a\"}[5m]) > 0"
      })
  void reportsSelectorsWithoutAName(String expr) {
    assertThat(CASE.findings(alert("expr: '" + expr + "'")))
        .singleElement()
        .asString()
        .endsWith("warning: this selects series of any metric");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "up{job=\"api\"} == 0",
        "{__name__=\"up\"} == 0",
        "{\"a.b\"} > 0",
        "{__name__=~\"node_.*\"} > 0"
      })
  void acceptsNames(String expr) {
    assertThat(CASE.findings(alert("expr: '" + expr + "'"))).isEmpty();
  }
}
