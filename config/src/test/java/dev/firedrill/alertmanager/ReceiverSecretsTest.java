package dev.firedrill.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.SourceFile;
import org.junit.jupiter.api.Test;

class ReceiverSecretsTest {
  @Test
  void hidesTokensPasswordsAndUrlsThatHoldOne() {
    ReceiverSecrets secrets = new ReceiverSecrets();
    secrets.add(
        AlertmanagerReader.read(
                SourceFile.of(
                    "a.yml",
                    """
                    global: {smtp_auth_password: s3cr3t, slack_api_url: 'https://hooks.slack/x'}
                    route: {receiver: a}
                    receivers:
                    - name: a
                      pagerduty_configs: [{routing_key: k3y-0f-pd, url: 'https://pd.example'}]
                      webhook_configs: [{url: '${HOOK}', http_config: {bearer_token: b34r3r}}]
                    """),
                AlertmanagerOptions.DEFAULT)
            .loaded()
            .get()
            .orElseThrow());
    assertThat(secrets.mask("a: s3cr3t, b: 'https://hooks.slack/x', c: b34r3r"))
        .isEqualTo("a: ******, b: '*********************', c: ******");
    assertThat(secrets.mask("https://pd.example ${HOOK}")).isEqualTo("https://pd.example ${HOOK}");
  }
}
