package dev.firedrill.lint.check.rule;

import static dev.firedrill.lint.LintCase.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import org.junit.jupiter.api.Test;

class RuleNameTest {
  private static final LintCase CASE = LintCase.of("rule/name");

  @Test
  void reportsAlertsThatAreNotInCamelCase() {
    LintCase cases = CASE;
    assertThat(cases.findings(rule("alert: gpu_hot", "expr: up")))
        .containsExactly("4:12 info: `gpu_hot` is not in CamelCase");
    assertThat(cases.diagnostics(rule("alert: gpu is-hot", "expr: up")).getFirst().help())
        .isEqualTo("write it as `GpuIsHot`");
    assertThat(cases.findings(rule("alert: GPUHot2", "expr: up"))).isEmpty();
    assertThat(cases.findings(rule("alert: etcdNoLeader", "expr: up"))).isEmpty();
    assertThat(cases.findings(rule("record: a_b", "expr: up"))).isEmpty();
  }

  @Test
  void takesPatternsFromTheSettings() {
    assertThat(CASE.with("alert", "ML.*").findings(rule("alert: GPUHot", "expr: up")))
        .containsExactly("4:12 info: the alert name `GPUHot` does not match ML.*");
    assertThat(CASE.with("record", ".+:.+:.+").findings(rule("record: a_b", "expr: up")))
        .containsExactly("4:13 info: the record name `a_b` does not match .+:.+:.+");
  }
}
