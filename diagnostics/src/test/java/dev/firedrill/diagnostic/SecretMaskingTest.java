package dev.firedrill.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretMaskingTest {
  private final SecretMasking masking = new SecretMasking();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "password: abc | password: ***",
        "password: a,b}c'd # no | password: ******* # no",
        "  - service_key: 'a b' | - service_key: '***'",
        "api_url: \"https://x.y/z\" # note | api_url: \"*************\" # note",
        "{routing_key: abc, send_resolved: true} | {routing_key: ***, send_resolved: true}",
        "see https://hooks.slack.com/services/T/B/x | see https://hooks.slack.com***************",
        "http://me:pw@host/a | http://me:**@host/a",
        "Authorization: Bearer abcdefgh12 | Authorization: Bearer **********",
        "x?token=abc https://a.b/c?token=d | x?token=abc https://a.b**********",
      })
  void hides(String line, String shown) {
    assertThat(masking.mask(line)).isEqualTo(shown).hasSameSizeAs(line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "runbook: https://wiki.example.com/runbooks/api",
        "password_file: /etc/secret",
        "expr: up{job=\"key\"} == 0",
        "group_by: [alertname]",
        "api_url_file: /x",
        "monkey: banana",
      })
  void leaves(String line) {
    assertThat(masking.mask(line)).isEqualTo(line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "runbook_url: https://me:pw@wiki/a | runbook_url: https://me:**@wiki/a",
        "see https://hooks.slack.com/services/T/B/x | see https://hooks.slack.com***************",
        "runbook_url: https://wiki/webhook-fails | runbook_url: https://wiki/webhook-fails",
        "https://wiki/page?token=abc | https://wiki***************",
        "password: shown as it is in prose | password: shown as it is in prose",
      })
  void hidesLessInTextsThatAreNotMadeToHoldSecrets(String line, String shown) {
    assertThat(SecretMasking.ofText().mask(line)).isEqualTo(shown).hasSameSizeAs(line);
  }
}
