package dev.firedrill.lint.check.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NeverUsedRouteTest {
  private static final RoutingCase CASE = RoutingCase.of("route/never-used");

  @Test
  void findsARouteThatNoAlertReaches() {
    assertThat(
            CASE.alerts("A", "{sev: low}", "up == 0")
                .routes("{matchers: ['sev=\"high\"'], receiver: pager}"))
        .containsExactly("warning: no alert of the rules can reach this route");
  }

  @Test
  void countsUnknownLabelsAsPossible() {
    assertThat(
            CASE.alerts("A", "{sev: low}", "up == 0")
                .routes("{matchers: ['team=\"x\"'], receiver: pager}"))
        .isEmpty();
    assertThat(
            CASE.alerts("A", "{sev: low}", "sum(up) == 0")
                .routes("{matchers: ['team=\"x\"'], receiver: pager}"))
        .containsExactly("warning: no alert of the rules can reach this route");
  }

  @Test
  void saysNothingWithoutRules() {
    assertThat(CASE.routes("{matchers: ['sev=\"high\"'], receiver: pager}")).isEmpty();
  }

  @Test
  void reportsTheOutermostOnly() {
    assertThat(
            CASE.alerts("A", "{sev: low}", "sum(up) == 0")
                .routes("{matchers: ['t=\"a\"'], routes: [{matchers: ['s=\"x\"']}]}"))
        .containsExactly("warning: no alert of the rules can reach this route");
  }
}
