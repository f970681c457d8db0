package dev.firedrill.lint.check.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeverityOrderTest {
  private static final RoutingCase CASE = RoutingCase.of("inhibit/severity-order");

  @Test
  void findsLesserAlertsThatMuteWorse() {
    assertThat(
            CASE.inhibit(
                "source_matchers: ['severity=\"warning\"']",
                "target_matchers: ['severity=~\"info|critical\"']",
                "equal: [x]"))
        .containsExactly("warning: `warning` alerts mute `critical` alerts, which are worse");
  }

  @Test
  void acceptsTheOtherWayRoundAndUnknownOnes() {
    assertThat(
            CASE.inhibit(
                "source_matchers: ['severity=\"critical\"']",
                "target_matchers: ['severity=\"warning\"']",
                "equal: [x]"))
        .isEmpty();
    assertThat(
            CASE.inhibit(
                "source_matchers: ['severity=\"p1\"']",
                "target_matchers: ['severity=\"p2\"']",
                "equal: [x]"))
        .isEmpty();
  }
}
