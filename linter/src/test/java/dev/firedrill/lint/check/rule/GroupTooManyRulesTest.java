package dev.firedrill.lint.check.rule;

import static dev.firedrill.lint.LintCase.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.api.Test;

class GroupTooManyRulesTest {
  private static final LintCase CASE = LintCase.of("group/too-many-rules").with("max", 1);

  @Test
  void countsRules() {
    String two =
        "groups:\n- name: g\n  rules:\n  - {record: a, expr: up}\n  - {record: b, expr: up}\n";
    assertThat(CASE.findings(two))
        .containsExactly("2:9 warning: group `g` has 2 rules, more than 1");
    assertThat(CASE.findings(rule("record: a", "expr: up"))).isEmpty();
  }
}
