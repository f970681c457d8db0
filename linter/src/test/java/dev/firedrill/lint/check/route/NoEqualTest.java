package dev.firedrill.lint.check.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoEqualTest {
  private static final RoutingCase CASE = RoutingCase.of("inhibit/no-equal");

  @Test
  void findsRulesWithoutEqual() {
    assertThat(
            CASE.inhibit("source_matchers: ['sev=\"high\"']", "target_matchers: ['sev=\"low\"']"))
        .containsExactly("warning: one such alert anywhere mutes all targets, wherever they are");
  }

  @Test
  void acceptsRulesWithIt() {
    assertThat(
            CASE.inhibit(
                "source_matchers: ['sev=\"high\"']",
                "target_matchers: ['sev=\"low\"']",
                "equal: [a]"))
        .isEmpty();
  }
}
