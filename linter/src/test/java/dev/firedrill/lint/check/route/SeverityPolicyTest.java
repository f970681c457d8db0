package dev.firedrill.lint.check.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeverityPolicyTest {
  private static final RoutingCase CASE = RoutingCase.of("route/severity-policy");

  @Test
  void holdsAlertsToThePolicy() {
    assertThat(
            CASE.with("must", Map.of("critical", List.of("pagerduty")))
                .alerts("A", "{severity: critical}", "sum(up) == 0")
                .root("group_by: [a]"))
        .containsExactly(
            "warning: `A`, of severity critical, must reach pagerduty, and reaches slack");
    assertThat(
            CASE.with("must_not", Map.of("critical", List.of("slack")))
                .alerts("A", "{severity: critical}", "sum(up) == 0")
                .root("group_by: [a]"))
        .containsExactly("warning: `A`, of severity critical, must not reach slack");
  }

  @Test
  void saysNothingWithoutAPolicy() {
    assertThat(CASE.alerts("A", "{severity: critical}", "sum(up) == 0").root("group_by: [a]"))
        .isEmpty();
  }
}
