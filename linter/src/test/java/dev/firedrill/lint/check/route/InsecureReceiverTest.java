package dev.firedrill.lint.check.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InsecureReceiverTest {
  private static final RoutingCase CASE = RoutingCase.of("receiver/insecure");

  @Test
  void findsOpenHttpAndUncheckedCertificates() {
    assertThat(CASE.receiver("webhook_configs: [{url: 'http://hooks.corp.io/x'}]"))
        .containsExactly("warning: `http` goes in clear text: use https");
    assertThat(
            CASE.receiver(
                "webhook_configs: [{url: 'https://hooks.corp.io/x', http_config: {tls_config:"
                    + " {insecure_skip_verify: true}}}]"))
        .containsExactly("warning: whoever answers is believed: the certificate is not checked");
    assertThat(
            CASE.receiver(
                "email_configs: [{to: a@corp.io, from: b@corp.io, smarthost: 'mail.corp.io:25',"
                    + " require_tls: false}]"))
        .containsExactly("warning: mail and the password of the server may go in clear text");
  }

  @Test
  void acceptsTheOwnNetwork() {
    assertThat(
            CASE.receiver(
                "webhook_configs: [{url: 'http://bridge:8080/x'}, {url: 'http://10.1.2.3/x'}, {url:"
                    + " 'http://bridge.monitoring.svc.cluster.local/x'}]"))
        .isEmpty();
    assertThat(
            CASE.receiver(
                "email_configs: [{to: a@corp.io, from: b@corp.io, smarthost: 'localhost:25',"
                    + " require_tls: false}]"))
        .isEmpty();
  }
}
