package dev.firedrill.lint.check.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnreachableRouteTest {
  private static final RoutingCase CASE = RoutingCase.of("route/unreachable");

  @Test
  void findsARouteThatAWiderOneHides() {
    assertThat(
            CASE.routes(
                "{matchers: ['sev=~\"a|b\"'], receiver: pager}",
                "{matchers: ['sev=\"a\"'], receiver: pager}"))
        .containsExactly(
            "error: never reached: the route at line 4 takes all that this one matches");
    assertThat(
            CASE.routes(
                "{matchers: ['sev!=\"\"'], receiver: pager}",
                "{matchers: ['sev=~\"a.+\"'], receiver: pager}"))
        .containsExactly(
            "error: never reached: the route at line 4 takes all that this one matches");
  }

  @Test
  void acceptsContinueAndNarrowerRoutesFirst() {
    assertThat(
            CASE.routes(
                "{matchers: ['sev=~\"a|b\"'], receiver: pager, continue: true}",
                "{matchers: ['sev=\"a\"'], receiver: pager}"))
        .isEmpty();
    assertThat(
            CASE.routes(
                "{matchers: ['sev=\"a\"'], receiver: pager}",
                "{matchers: ['sev=~\"a|b\"'], receiver: pager}"))
        .isEmpty();
    assertThat(
            CASE.routes(
                "{matchers: ['sev=\"a\"'], receiver: pager}",
                "{matchers: ['team=\"a\"'], receiver: pager}"))
        .isEmpty();
  }

  @Test
  void looksAtTheWholePath() {
    assertThat(
            CASE.routes(
                "{matchers: ['t=\"a\"'], routes: [{matchers: ['t=~\"a|b\"']}, {matchers:"
                    + " ['s=\"x\"']}]}"))
        .containsExactly(
            "error: never reached: the route at line 4 takes all that this one matches");
  }

  @Test
  void saysNothingOfWhatIsNotDecided() {
    assertThat(
            CASE.routes(
                "{matchers: ['sev=~\"(?i)a\"'], receiver: pager}",
                "{matchers: ['sev=\"a\"'], receiver: pager}"))
        .isEmpty();
  }
}
