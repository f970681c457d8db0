package dev.firedrill.lint.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.api.Test;

class ConflictingRecordTest {
  private static final LintCase CASE = LintCase.of("rule/conflicting-record");

  private static String rules(String first, String second) {
    return "groups:\n- name: g\n  rules:\n  - " + first + "\n  - " + second + "\n";
  }

  @Test
  void reportsOtherLabels() {
    assertThat(
            CASE.findings(
                rules(
                    "{record: 'a:b', expr: sum by (job) (x)}",
                    "{record: 'a:b', expr: 'sum by (job, pod) (y)'}")))
        .containsExactly("5:15 warning: `a:b` carries job, pod here, and job elsewhere");
    assertThat(
            CASE.findings(
                rules(
                    "{record: 'a:b', expr: sum(x)}",
                    "{record: 'a:b', expr: sum(y), labels: {c: d}}")))
        .containsExactly("5:15 warning: `a:b` carries c here, and no labels elsewhere");
  }

  @Test
  void acceptsTheSameLabelsAndWhatIsNotKnown() {
    assertThat(
            CASE.findings(
                rules(
                    "{record: 'a:b', expr: sum(x), labels: {c: d}}",
                    "{record: 'a:b', expr: sum(y), labels: {c: e}}")))
        .isEmpty();
    assertThat(CASE.findings(rules("{record: 'a:b', expr: x}", "{record: 'a:b', expr: sum(y)}")))
        .isEmpty();
  }

  @Test
  void acceptsRulesThatALabelTellsApart() {
    String rules =
        """
        groups:
        - name: g
          rules:
          - {record: "a:b", expr: "sum by (job) (x)", labels: {by: ONE}}
          - {record: "a:b", expr: "sum by (node) (x)", labels: {by: TWO}}
        """;
    assertThat(CASE.findings(rules.replace("ONE", "job").replace("TWO", "node"))).isEmpty();
    assertThat(CASE.findings(rules.replace("ONE", "a").replace("TWO", "b"))).hasSize(1);
    String same = rules.replace("(node)", "(job)").replace("by: TWO", "by: b, more: c");
    assertThat(CASE.findings(same.replace("ONE", "a"))).isEmpty();
    assertThat(CASE.findings(same.replace("ONE", "b"))).hasSize(1);
  }
}
