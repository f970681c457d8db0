package dev.firedrill.lint.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleOwnerTest {
  private static final LintCase CASE = LintCase.of("rule/owner");
  private static final String RULES =
      """
      groups:
      - name: g
        rules:
        - alert: Down
          expr: up == 0
      """;

  @Test
  void asksForAnOwner() {
    assertThat(CASE.findings(RULES)).containsExactly("4:12 warning: Down has no owner");
  }

  @Test
  void acceptsALabelOfRuleOrGroup() {
    assertThat(CASE.findings(RULES + "    labels: {team: ml}\n")).isEmpty();
    assertThat(CASE.findings(RULES.replace("g\n", "g\n  labels: {owner: ml}\n"))).isEmpty();
    assertThat(CASE.with("labels", List.of("squad")).findings(RULES + "    labels: {team: ml}\n"))
        .hasSize(1);
  }

  @Test
  void acceptsAComment() {
    assertThat(CASE.findings(RULES + "    # owner: ml\n    for: 5m\n")).isEmpty();
    assertThat(CASE.findings(RULES.replace("  - alert", "  # Owner: ml\n  - alert"))).isEmpty();
    assertThat(CASE.findings(RULES.replace("- name", "# pint rule/owner ml\n- name"))).isEmpty();
    assertThat(CASE.findings("# pint file/owner ml\n" + RULES)).isEmpty();
    assertThat(CASE.findings("# nobody's\n" + RULES)).hasSize(1);
  }

  @Test
  void knowsWhoThereIs() {
    assertThat(CASE.with("allowed", List.of("ops")).findings("# owner: ml\n" + RULES))
        .containsExactly("5:12 warning: Down belongs to `ml`, whom the settings do not know");
  }
}
