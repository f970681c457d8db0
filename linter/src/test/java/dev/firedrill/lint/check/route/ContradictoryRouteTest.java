package dev.firedrill.lint.check.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContradictoryRouteTest {
  private static final RoutingCase CASE = RoutingCase.of("route/contradiction");

  @Test
  void findsMatchersThatExcludeEachOther() {
    assertThat(CASE.routes("{matchers: ['t=\"a\"', 't=\"b\"']}"))
        .containsExactly(
            "error: no alert comes here: no value of `t` satisfies all matchers of the route");
    assertThat(CASE.routes("{matchers: ['t=~\"a.*\"'], routes: [{matchers: ['t=\"b\"']}]}"))
        .containsExactly(
            "error: no alert comes here: no value of `t` satisfies all matchers on the way to it");
  }

  @Test
  void acceptsWhatCanBeSatisfied() {
    assertThat(
            CASE.routes(
                "{matchers: ['t=~\"a.*\"', 't!=\"ab\"'], routes: [{matchers: ['t=\"ac\"']}]}"))
        .isEmpty();
  }
}
