package dev.firedrill.lint.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.lint.LintCase;
import org.junit.jupiter.api.Test;

class RuleDuplicateTest {
  private static final LintCase CASE = LintCase.of("rule/duplicate");

  private static String rules(String first, String second) {
    return "groups:\n- name: g\n  rules:\n  - " + first + "\n  - " + second + "\n";
  }

  @Test
  void isAnErrorWhereTheExpressionIsTheSame() {
    String rules = rules("{record: 'a:b', expr: 'sum(x)'}", "{record: 'a:b', expr: 'sum (x)'}");
    Diagnostic found = CASE.diagnostics(rules).getFirst();
    assertThat(CASE.findings(rules))
        .containsExactly(
            "5:15 error: a:b stands here a second time, with the same labels and expression");
    assertThat(found.notes().getFirst().location().start().line()).isEqualTo(4);
  }

  @Test
  void isAWarningWhereTheExpressionDiffers() {
    assertThat(CASE.findings(rules("{alert: A, expr: x > 1}", "{alert: A, expr: x > 2}")))
        .containsExactly(
            "5:13 warning: A stands here a second time, with the same labels and another"
                + " expression");
  }

  @Test
  void tellsRulesApartByLabels() {
    assertThat(
            CASE.findings(
                rules(
                    "{alert: A, expr: x > 1, labels: {severity: warning}}",
                    "{alert: A, expr: x > 1, labels: {severity: critical}}")))
        .isEmpty();
  }

  @Test
  void countsTheLabelsOfTheGroup() {
    String rules =
        """
        groups:
        - name: g
          labels: {team: ml}
          rules:
          - {record: 'a:b', expr: x}
        - name: h
          rules:
          - {record: 'a:b', expr: x, labels: {team: ml}}
        """;
    assertThat(CASE.findings(rules)).hasSize(1);
  }

  @Test
  void tellsAlertsFromRecords() {
    assertThat(CASE.findings(rules("{alert: A, expr: x}", "{record: A, expr: x}"))).isEmpty();
  }

  @Test
  void acceptsRulesThatNeverGiveTheSameSeries() {
    String rules =
        """
        groups:
        - name: g
          rules:
          - {record: "a:b", expr: 'ONE'}
          - {record: "a:b", expr: 'TWO'}
        """;
    String[][] pairs = {
      {"sum(x{code=~\"2..\"})", "sum(x{code=~\"5..\"})"},
      {"sum(x{code=\"200\"})", "sum(x{code!=\"200\"})"},
      {"label_replace(x, \"k\", \"1\", \"\", \"\")", "label_replace(y, \"k\", \"2\", \"\", \"\")"},
      {"absent(x{le=\"5\"})", "absent(x_count)"}
    };
    for (String[] pair : pairs) {
      assertThat(CASE.findings(rules.replace("ONE", pair[0]).replace("TWO", pair[1])))
          .as(pair[0])
          .isEmpty();
    }
    assertThat(CASE.findings(rules.replace("ONE", "sum(x)").replace("TWO", "sum(y)"))).hasSize(1);
    String overlapping = rules.replace("ONE", "sum(x{a=~\"2.*\"})");
    assertThat(CASE.findings(overlapping.replace("TWO", "sum(x{a=~\"2x?.+\"})"))).hasSize(1);
  }
}
