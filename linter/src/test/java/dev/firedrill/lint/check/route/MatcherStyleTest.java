package dev.firedrill.lint.check.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MatcherStyleTest {
  private static final RoutingCase CASE = RoutingCase.of("route/matcher-style");

  @Test
  void findsAnchorsAndEqualities() {
    assertThat(
            CASE.routes(
                "{matchers: ['a=~\"^b|c$\"'], receiver: pager}",
                "{matchers: ['a=~\"b\"'], receiver: pager}"))
        .containsExactly(
            "warning: the anchors are there anyway: all of the value must match",
            "warning: this regular expression is an equality");
  }

  @Test
  void acceptsRealExpressions() {
    assertThat(
            CASE.routes(
                "{matchers: ['a=~\"b.*\"'], receiver: pager}",
                "{matchers: ['a=\"b\"'], receiver: pager}"))
        .isEmpty();
  }
}
