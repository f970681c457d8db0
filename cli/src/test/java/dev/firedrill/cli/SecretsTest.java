package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

  private void write(String name, String slack) throws IOException {
    String text =
        "route: {receiver: a}\nreceivers:\n- name: a\n  slack_configs:\n" + slack.formatted(SECRET);
    Files.writeString(folder.resolve(name), text);
  }
}
