package dev.firedrill.lint.check.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TwoSidedInhibitionTest {
  private static final RoutingCase CASE = RoutingCase.of("inhibit/two-sided");

  @Test
  void findsSourcesThatAreTargets() {
    assertThat(
            CASE.inhibit(
                "source_matchers: ['a=\"b\"']", "target_matchers: ['a=~\"b|c\"']", "equal: [x]"))
        .containsExactly(
            "info: every source is a target too: such alerts mute neither themselves nor each"
                + " other");
  }

  @Test
  void acceptsSidesThatAreApart() {
    assertThat(
            CASE.inhibit(
                "source_matchers: ['sev=\"high\"']",
                "target_matchers: ['sev=\"low\"']",
                "equal: [x]"))
        .isEmpty();
  }
}
