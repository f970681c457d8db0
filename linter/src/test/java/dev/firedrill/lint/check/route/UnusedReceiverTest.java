package dev.firedrill.lint.check.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnusedReceiverTest {
  private static final RoutingCase CASE = RoutingCase.of("receiver/unused");

  @Test
  void findsReceiversThatNoRouteNames() {
    assertThat(CASE.routes("{matchers: ['a=\"b\"'], receiver: pager}"))
        .containsExactly("warning: no route names the receiver `nobody`");
  }

  @Test
  void acceptsThoseThatAreNamed() {
    assertThat(
            CASE.routes(
                "{matchers: ['a=\"b\"'], receiver: pager}",
                "{matchers: ['a=\"c\"'], receiver: nobody}"))
        .isEmpty();
  }
}
