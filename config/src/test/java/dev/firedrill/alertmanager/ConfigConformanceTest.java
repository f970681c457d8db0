package dev.firedrill.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// What Alertmanager takes and what it refuses, in its words.
class ConfigConformanceTest {
  private static final String ROUTE = "route: {receiver: x}\n";

  // All that integrations may leave out, so that only what an item says itself counts.
  private static final String GLOBAL =
      """
      global:
        smtp_smarthost: localhost:25
        smtp_from: a@b
        slack_api_url: http://slack
        opsgenie_api_key: k
        victorops_api_key: k
        wechat_api_secret: k
        wechat_api_corp_id: k
        telegram_bot_token: k
        jira_api_url: http://jira
        rocketchat_token: k
        rocketchat_token_id: k
        mattermost_webhook_url: http://mattermost
      """;

  @Test
  void refusesWhatAlertmanagerRefusesInItsWords() {
    List<String> wrong = new ArrayList<>();
    int compared = 0;
    for (JsonNode row : ConformanceRows.of("config-inline.jsonl")) {
      String file = file(row.get("of").asText(), row.get("yaml").asText());
      // Alertmanager's own tests of whole files run with the classic label names.
      boolean utf8 = row.path("mode").asText().equals("utf8");
      Optional<String> refusal = refusal(file, utf8 ? MatcherMode.FALLBACK : MatcherMode.CLASSIC);
      String match = row.get("error").isNull() ? "any" : row.get("match").asText();
      compared++;
      if (!agrees(row.get("ok").asBoolean(), row.get("error").asText(), match, refusal)) {
        wrong.add(file + "\nexpected: " + row.get("error") + "\ngot: " + refusal);
      }
    }
    assertThat(compared).isPositive();
    assertThat(wrong).isEmpty();
  }

  @Test
  void takesTheFilesThatAlertmanagerTakes() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : files("config-good")) {
      refusal(Files.readString(file), MatcherMode.FALLBACK)
          .ifPresent(error -> wrong.add(file.getFileName() + ": " + error));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void refusesTheFilesThatAlertmanagerRefuses() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<Path> files = files("config-bad");
    JsonNode errors =
        new ObjectMapper().readTree(files.getFirst().resolveSibling("errors.json").toFile());
    for (Path file : files) {
      JsonNode row = errors.get(String.valueOf(file.getFileName()));
      Optional<String> refusal = refusal(Files.readString(file), MatcherMode.FALLBACK);
      if (!agrees(false, row.get("error").asText(), row.get("match").asText(), refusal)) {
        wrong.add(file.getFileName() + "\nexpected: " + row.get("error") + "\ngot: " + refusal);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<Path> files(String folder) throws IOException {
    Optional<Path> found = Repository.shared("conformance/alertmanager/" + folder);
    Assumptions.assumeTrue(found.isPresent(), "no conformance data beside the repository");
    try (Stream<Path> files = Files.list(found.orElseThrow())) {
      return files.filter(file -> file.toString().endsWith(".yml")).sorted().toList();
    }
  }

  private static Optional<String> refusal(String text, MatcherMode mode) {
    return AlertmanagerReader.read(
            SourceFile.of("a.yml", text), AlertmanagerOptions.STRICT.withMode(mode))
        .refusal();
  }

  private static boolean agrees(
      boolean accepted, String error, String match, Optional<String> refusal) {
    if (accepted || refusal.isEmpty()) {
      return accepted == refusal.isEmpty();
    }
    return switch (match) {
      case "exact" -> refusal.get().equals(error);
      case "contains" -> refusal.get().contains(error);
      default -> true;
    };
  }

  private static String file(String of, String yaml) {
    String scalar = yaml.strip();
    return switch (of) {
      case "config" -> yaml;
      case "inhibit_rules" ->
          ROUTE + "receivers: [{name: x}]\ninhibit_rules:\n-" + yaml.strip().indent(2).substring(1);
      case "HostPort" ->
          ROUTE + "receivers: [{name: x}]\nglobal: {smtp_smarthost: " + scalar + "}\n";
      case "URL" -> ROUTE + "receivers: [{name: x}]\nglobal: {jira_api_url: " + scalar + "}\n";
      case "SecretTemplateURL" ->
          item(
              "webhook_configs",
              scalar.equals("\"\"") ? "url: \"\"\nurl_file: f" : "url: " + scalar);
      case "mattermost field" ->
          item("mattermost_configs", "attachments:\n- fields:\n  -\n" + yaml.strip().indent(4));
      default -> item(of, yaml);
    };
  }

  private static String item(String list, String yaml) {
    return ROUTE
        + GLOBAL
        + "receivers:\n- name: x\n  "
        + list
        + ":\n  -\n"
        + yaml.strip().indent(4);
  }
}
