package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No format shows a password or the address of a webhook, whatever is wrong around it.
class SecretsTest {
  private static final String SECRET = "T0aa11bb22cc33";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"text", "json", "sarif", "github", "gitlab", "checkstyle", "junit", "teamcity"})
  void staySecret(String format) throws IOException {
    write("unclosed.yml", "  - api_url: \"https://hooks.slack.com/services/%s\n    channel: x\n");
    write("list.yml", "  - api_url: [https://hooks.slack.com/services/%s]\n");
    write(
        "typo.yml",
        "  - api_url: https://example.com/%1$s\n    chanel: https://example.com/%1$s\n");
    write("url.yml", "  - api_url: hooks.slack.com/services/%s\n");
    write(
        "password.yml",
        "  - http_config: {basic_auth: {username: a, pasword: %1$s, password: %1$s}}\n");
    ScratchRepository.Outcome routes =
        ScratchRepository.run(
            folder,
            "routes",
            "check",
            "--format",
            format,
            "unclosed.yml",
            "list.yml",
            "typo.yml",
            "url.yml",
            "password.yml");
    assertThat(routes.status()).isEqualTo(1);
    assertThat(routes.out()).contains("list.yml").doesNotContain(SECRET);

    Files.writeString(
        folder.resolve("rules.yml"),
        """
        groups:
        - name: a
          rules:
          - alert: A
            expr: up == 0
            labels: {severity: critical}
            annotations:
              runbook_url: ftp://me:%s@wiki.example.com/a
        """
            .formatted(SECRET));
    ScratchRepository.Outcome rules =
        ScratchRepository.run(folder, "rules", "lint", "--format", format, "rules.yml");
    assertThat(rules.status()).isEqualTo(1);
    assertThat(rules.out()).contains("annotation/runbook").doesNotContain(SECRET);
  }

  @Test
  void staySecretInWhatEndsACommand() throws IOException {
    write("unclosed.yml", "  - api_url: \"https://hooks.slack.com/services/%s\n    channel: x\n");
    ScratchRepository.Outcome outcome =
        ScratchRepository.run(
            folder, "routes", "explain", "--alertmanager", "unclosed.yml", "alertname=A");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("yaml/syntax").doesNotContain(SECRET);
  }

  private static final String CONFIGURATION =
      """
      global: {smtp_auth_password: {}}
      route:
        receiver: team a
        repeat_intervall: 4h
        group_by: ['true', a, '1']
      receivers:
      - name: team a
        pagerduty_configs:
        - routing_key: '{}'
          severity: a
        webhook_configs:
        - url: https://me:{}@example.com:bad/{}
          http_config: {basic_auth: {username: a, password: "{}"}}
        - url: https://example.com/x
          http_config: {basic_auth: {username: a, pasword: {}}}
      """;

  private String judged(String secret, String... words) throws IOException {
    Files.writeString(folder.resolve("am.yml"), CONFIGURATION.replace("{}", secret));
    ScratchRepository.Outcome outcome = ScratchRepository.run(folder, words);
    assertThat(outcome.status()).as(outcome.err()).isEqualTo(1);
    return outcome.out();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "1", "true", "key", "password", "interval"})
  void wordsThatAreAlsoSecretsStayWhereTheyAreNone(String secret) throws IOException {
    String out = judged(secret, "routes", "lint", "am.yml");
    String stars = "*".repeat(secret.length());
    assertThat(out)
        .contains("unknown field 'repeat_intervall'\n4 |   repeat_intervall: 4h\n")
        .contains("help: did you mean 'repeat_interval'?")
        .contains(
            "`smtp_auth_password` is a secret in clear text\n1 | global: {smtp_auth_password: "
                + stars
                + "}\n")
        .contains("`routing_key` is a secret in clear text\n9 |   - routing_key: '" + stars + "'\n")
        .contains("password: \"" + stars + "\"}}\n")
        .contains("unknown field 'pasword'");
    assertThat(judged(secret, "routes", "check", "--format", "json", "am.yml"))
        .contains("unknown field 'repeat_intervall'", "did you mean 'password'?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text", "json", "sarif", "github", "gitlab", "checkstyle", "junit", "teamcity"})
  void noFormatShowsASecretWhateverItsForm(String format) throws IOException {
    for (String secret : new String[] {"T0aa11bb22cc33", "p&ss'w0rd<9>", "s3cr%40t", "hunter2"}) {
      String yaml = secret.replace("'", "''");
      String out =
          judged(yaml, "routes", "lint", "--format", format, "am.yml")
              + judged(yaml, "routes", "check", "--format", format, "am.yml");
      assertThat(out)
          .contains("repeat_intervall")
          .doesNotContain(secret, yaml)
          .doesNotContain(secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
          .doesNotContain(URLEncoder.encode(secret, StandardCharsets.UTF_8));
    }
  }

  @Test
  void whatIsSentHasItsOwnWords() throws IOException {
    Files.writeString(
        folder.resolve("am.yml"),
        """
        route: {receiver: team}
        receivers:
        - name: team
          slack_configs: [{api_url: 'https://hooks.slack.com/services/T00/B00/x1y2z3x1y2', channel: alerts}]
          webhook_configs: [{url: 'https://example.com/', http_config: {basic_auth: {username: a, password: a}}}]
        """);
    for (String format : new String[] {"text", "json"}) {
      ScratchRepository.Outcome outcome =
          ScratchRepository.run(
              folder,
              "routes",
              "explain",
              "--render",
              "--format",
              format,
              "--alertmanager",
              "am.yml",
              "alertname=Database",
              "team=a");
      assertThat(outcome.status()).isZero();
      assertThat(outcome.out()).contains("Database a", "alerts").doesNotContain("*", "x1y2z3x1y2");
    }
  }

  @Test
  void aChangeOfTheFileShowsNoSecretOfOneLetter() throws IOException {
    Files.writeString(
        folder.resolve("am.yml"),
        """
        route:
          receiver: team
          routes: [{match: {a: b}, receiver: team}]
        receivers:
        - name: team
          webhook_configs: [{url: 'https://example.com/', http_config: {basic_auth: {username: u, password: q}}}]
        """);
    ScratchRepository.Outcome outcome =
        ScratchRepository.run(folder, "routes", "format", "--check", "am.yml");
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out()).contains("password: *}}", "matchers").doesNotContain("password: q");
  }

  @Test
  void whatFillsAPlaceholderIsHiddenAndItsNameIsNot() throws IOException {
    Files.writeString(folder.resolve("env"), "HOOK=htp://me:T0pS3cr3t@x/\nKEY=T0pS3cr3t\n");
    Files.writeString(
        folder.resolve("am.yml"),
        """
        route: {receiver: team}
        receivers:
        - name: team
          webhook_configs: [{url: '${HOOK}', http_config: {authorization: {credentials: '${KEY}'}}}]
        """);
    ScratchRepository.Outcome outcome =
        ScratchRepository.run(folder, "routes", "lint", "--env-file", "env", "am.yml");
    assertThat(outcome.out())
        .contains("unsupported scheme", "url: '${HOOK}'", "credentials: '${KEY}'")
        .doesNotContain("T0pS3cr3t", "receiver/plaintext-secret");
  }

  @Test
  void secretsInTheWrongPlaceAreHidden() throws IOException {
    Files.writeString(
        folder.resolve("am.yml"),
        """
        global: {smtp_auth_password: &password b}
        route: {receiver: team}
        receivers:
        - name: team
          webhook_configs: [{url: 'https://example.com/', http_config: {authorization: T0pS3cr3t}}]
          email_configs: [{to: 'a@example.com', auth_password: *password, bad: 1}]
        """);
    ScratchRepository.Outcome outcome = ScratchRepository.run(folder, "routes", "lint", "am.yml");
    assertThat(outcome.out())
        .contains("http_config: {authorization: *********}", "smtp_auth_password: &password *}")
        .contains("auth_password: *password, bad: 1")
        .doesNotContain("T0pS3cr3t");
  }

  private void write(String name, String slack) throws IOException {
    String text =
        "route: {receiver: a}\nreceivers:\n- name: a\n  slack_configs:\n" + slack.formatted(SECRET);
    Files.writeString(folder.resolve(name), text);
  }
}
