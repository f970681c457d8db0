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
                    global: {smtp_auth_password: s3cret, slack_api_url: 'https://hooks.slack/x'}
                    route: {receiver: a}
                    receivers:
                    - name: a
                      pagerduty_configs: [{routing_key: key, url: 'https://pd.example'}]
                      webhook_configs: [{url: '${HOOK}', http_config: {bearer_token: bear}}]
                    """),
                AlertmanagerOptions.DEFAULT)
            .loaded()
            .get()
            .orElseThrow());
    assertThat(secrets.mask("a: s3cret, b: 'https://hooks.slack/x', c: bear"))
        .isEqualTo("a: ******, b: '*********************', c: ****");
    assertThat(secrets.mask("https://pd.example ${HOOK}")).isEqualTo("https://pd.example ${HOOK}");
  }
}
