package dev.firedrill.lint.check.alert;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.api.Test;

class TemplateQueryTest {
  private static final LintCase CASE = LintCase.of("template/query");

  @Test
  void reportsQueries() {
    assertThat(
            CASE.findings(
                alert(
                    "expr: up == 0", "annotations: {a: '{{ query \"sum(x)\" | first | value }}'}")))
        .containsExactly(
            "6:26 warning: this runs a query at each evaluation of each alert, and an error in it"
                + " spoils the text");
  }

  @Test
  void reportsQueriesThatDoNotParse() {
    assertThat(CASE.findings(alert("expr: up == 0", "annotations: {a: '{{ query \"sum(x\" }}'}")))
        .containsExactly("6:26 error: the query does not parse: unclosed left parenthesis");
  }

  @Test
  void acceptsOtherFunctions() {
    assertThat(CASE.findings(alert("expr: up == 0", "annotations: {a: '{{ $value | humanize }}'}")))
        .isEmpty();
  }
}
