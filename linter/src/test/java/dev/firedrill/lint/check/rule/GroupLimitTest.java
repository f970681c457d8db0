package dev.firedrill.lint.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.api.Test;

class GroupLimitTest {
  private static final LintCase CASE = LintCase.of("group/limit");

  private static String group(String fields) {
    return "groups:\n- name: g\n" + fields + "  rules: [{record: a:b, expr: up}]\n";
  }

  @Test
  void asksForALimit() {
    assertThat(CASE.findings(group("")))
        .containsExactly(
            "2:9 warning: group `g` has no `limit`: a label that runs wild makes alerts without"
                + " end");
    assertThat(CASE.findings(group("  limit: 0\n"))).hasSize(1);
  }

  @Test
  void reportsOneThatIsTooLarge() {
    assertThat(CASE.findings(group("  limit: 5000\n")))
        .containsExactly("3:10 warning: a `limit` of 5000 is more than 1000");
    assertThat(CASE.with("max", 9000).findings(group("  limit: 5000\n"))).isEmpty();
    assertThat(CASE.findings(group("  limit: 10\n"))).isEmpty();
  }
}
