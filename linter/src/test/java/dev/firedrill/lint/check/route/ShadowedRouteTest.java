package dev.firedrill.lint.check.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShadowedRouteTest {
  private static final RoutingCase CASE = RoutingCase.of("route/shadowed-in-part");

  @Test
  void countsWhatAnEarlierRouteTakes() {
    assertThat(
            CASE.alerts("A", "{s: x, t: y}", "sum(up) == 0", "B", "{s: x}", "sum(up) == 0")
                .routes(
                    "{matchers: ['t=\"y\"'], receiver: pager}",
                    "{matchers: ['s=\"x\"'], receiver: pager}"))
        .containsExactly(
            "warning: 1 of 2 alerts that this route matches are taken by the one at line 4: A");
  }

  @Test
  void acceptsContinueAndRoutesThatTakeNone() {
    assertThat(
            CASE.alerts("A", "{s: x, t: y}", "sum(up) == 0", "B", "{s: x}", "sum(up) == 0")
                .routes(
                    "{matchers: ['t=\"y\"'], receiver: pager, continue: true}",
                    "{matchers: ['s=\"x\"'], receiver: pager}"))
        .isEmpty();
    assertThat(
            CASE.alerts("B", "{s: x}", "sum(up) == 0")
                .routes(
                    "{matchers: ['t=\"y\"'], receiver: pager}",
                    "{matchers: ['s=\"x\"'], receiver: pager}"))
        .isEmpty();
  }
}
