package dev.firedrill.lint.check.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoResolvedTest {
  private static final RoutingCase CASE = RoutingCase.of("receiver/no-resolved");

  @Test
  void findsPagesThatStayOpen() {
    assertThat(
            CASE.receiver("pagerduty_configs: [{routing_key_file: /run/x, send_resolved: false}]"))
        .containsExactly("info: pagerduty is not told when alerts are resolved: pages stay open");
  }

  @Test
  void acceptsOtherIntegrations() {
    assertThat(
            CASE.receiver(
                "pagerduty_configs: [{routing_key_file: /run/x}], email_configs: [{to: a@corp.io,"
                    + " from: b@corp.io, smarthost: 'm:25', send_resolved: false}]"))
        .isEmpty();
  }
}
