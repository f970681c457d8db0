package dev.firedrill.lint.check.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContinueWithoutEffectTest {
  private static final RoutingCase CASE = RoutingCase.of("route/continue-no-effect");

  @Test
  void findsContinueOnTheLastRoute() {
    assertThat(CASE.routes("{matchers: ['a=\"b\"'], receiver: pager, continue: true}"))
        .containsExactly("info: `continue: true` has no effect: no route comes after this one");
  }

  @Test
  void acceptsItBeforeOthers() {
    assertThat(
            CASE.routes(
                "{matchers: ['a=\"b\"'], receiver: pager, continue: true}",
                "{matchers: ['c=\"d\"'], receiver: pager}"))
        .isEmpty();
  }
}
