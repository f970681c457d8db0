package dev.firedrill.lint.check.promql;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PromqlSelectorTest {
  private static final LintCase CASE = LintCase.of("promql/selector");

  @Test
  void asksForNothingByItself() {
    assertThat(CASE.findings(alert("expr: up == 0"))).isEmpty();
  }

  @Test
  void asksForMatchers() {
    LintCase required = CASE.with("required", Map.of("node_.*", List.of("cluster")));
    assertThat(required.findings(alert("expr: node_load1{job=\"n\"} > node_cpus{cluster=\"a\"}")))
        .containsExactly("5:11 warning: the selector does not match on `cluster`");
    assertThat(required.findings(alert("expr: other > 1"))).isEmpty();
  }

  @Test
  void forbidsMatchers() {
    LintCase forbidden = CASE.with("forbidden", Map.of(".*", List.of("pod")));
    assertThat(forbidden.findings(alert("expr: up{pod=\"a\"} == 0")))
        .containsExactly("5:11 warning: the selector must not match on `pod`");
  }

  @Test
  void forbidsMetrics() {
    LintCase forbidden = CASE.with("forbidden_metrics", List.of("kube_.*"));
    assertThat(forbidden.findings(alert("expr: sum({__name__=\"kube_pod_info\"}) > 9")))
        .containsExactly("5:15 warning: no rule may read `kube_pod_info`");
  }
}
