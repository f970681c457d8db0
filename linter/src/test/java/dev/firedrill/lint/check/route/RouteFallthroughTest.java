package dev.firedrill.lint.check.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RouteFallthroughTest {
  private static final RoutingCase CASE = RoutingCase.of("route/fallthrough");

  @Test
  void findsAlertsThatEndAtTheRoot() {
    assertThat(
            CASE.alerts(
                    "A",
                    "{severity: critical}",
                    "sum(up) == 0",
                    "B",
                    "{severity: low}",
                    "sum(up) == 0")
                .routes("{matchers: ['severity=\"page\"'], receiver: pager}"))
        .containsExactly(
            "error: `A` reaches only the root receiver `everyone`, though there are routes by"
                + " severity",
            "warning: `B` reaches only the root receiver `everyone`, though there are routes by"
                + " severity");
  }

  @Test
  void acceptsATreeWithoutRoutesBySeverityOrTeam() {
    assertThat(
            CASE.alerts("A", "{severity: critical}", "sum(up) == 0")
                .routes("{matchers: ['job=\"x\"'], receiver: pager}"))
        .isEmpty();
  }

  @Test
  void findsARootThatTellsNobody() {
    assertThat(
            CASE.alerts("A", "{}", "sum(up) == 0")
                .file("route: {receiver: n}\nreceivers: [{name: n}]\n"))
        .containsExactly("warning: `A` reaches only the root receiver `n`, which tells nobody");
  }
}
