package dev.firedrill.lint.check.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaintextSecretTest {
  private static final RoutingCase CASE = RoutingCase.of("receiver/plaintext-secret");

  @Test
  void findsKeysAndAddressesThatHoldOne() {
    assertThat(CASE.receiver("pagerduty_configs: [{routing_key: 0123456789abcdef}]"))
        .containsExactly("error: `routing_key` is a secret in clear text");
    assertThat(
            CASE.receiver(
                "slack_configs: [{channel: x, api_url:"
                    + " 'https://hooks.slack.com/services/T1/B2/c3'}]"))
        .containsExactly("error: `api_url` is a secret in clear text");
    assertThat(CASE.receiver("webhook_configs: [{url: 'https://me:word@hooks.corp.io/x'}]"))
        .containsExactly("error: `url` is a secret in clear text");
  }

  @Test
  void acceptsFilesVariablesAndOpenAddresses() {
    assertThat(CASE.receiver("pagerduty_configs: [{routing_key_file: /run/x}]")).isEmpty();
    assertThat(CASE.receiver("pagerduty_configs: [{routing_key: '${KEY}'}]")).isEmpty();
    assertThat(CASE.receiver("webhook_configs: [{url: 'http://bridge:8080/alerts'}]")).isEmpty();
    assertThat(CASE.receiver("pagerduty_configs: [{routing_key: YOUR_KEY}]")).isEmpty();
  }
}
