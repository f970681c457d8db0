package dev.firedrill.lint.check.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReceiverPlaceholderTest {
  private static final RoutingCase CASE = RoutingCase.of("receiver/placeholder");

  @Test
  void findsWhatWasNeverFilledIn() {
    assertThat(CASE.receiver("pagerduty_configs: [{routing_key: YOUR_PAGERDUTY_SERVICE_KEY}]"))
        .containsExactly("warning: `routing_key` looks as if it were never filled in");
    assertThat(
            CASE.receiver(
                "slack_configs: [{channel: x, api_url:"
                    + " 'https://hooks.slack.com/services/YOUR/WEBHOOK/URL'}]"))
        .containsExactly("warning: `api_url` looks as if it were never filled in");
    assertThat(
            CASE.receiver(
                "email_configs: [{to: your-email@example.com, from: a@corp.io, smarthost:"
                    + " 'm:25'}]"))
        .containsExactly("warning: `to` looks as if it were never filled in");
  }

  @Test
  void acceptsOthers() {
    assertThat(
            CASE.receiver(
                "email_configs: [{to: oncall@corp.io, from: a@corp.io, smarthost: 'm:25'}]"))
        .isEmpty();
  }
}
