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
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Files from real repositories, and what amtool 0.25 said of them.
class CorpusTest {
  /// Where Alertmanager 0.34 says something else than 0.25 did, and what.
  private static final Map<String, String> NEWER =
      Map.ofEntries(
          // Integrations and settings that came later.
          Map.entry(
              "conf.mattermost-both-webhook-url-and-file.yml", both("mattermost_webhook_url")),
          Map.entry(
              "conf.mattermost-valid-receiver-both-webhook-url-and-file.yml",
              both("mattermost_webhook_url")),
          Map.entry("conf.rocketchat-both-token-and-tokenfile.yml", both("rocketchat_token")),
          Map.entry(
              "conf.rocketchat-both-tokenid-and-tokenidfile.yml", both("rocketchat_token_id")),
          Map.entry(
              "conf.rocketchat-no-token.yml",
              "no global Rocketchat Token set either inline or in a file"),
          Map.entry(
              "conf.slack-both-url-and-token.yml",
              "at most one of slack_api_url/slack_api_url_file &"
                  + " slack_app_token/slack_app_token_file must be configured"),
          Map.entry("conf.slack-default-app-token.yml", ""),
          Map.entry("CR_with_EmailConfig_ForceImplicitTLS.yml", ""),
          Map.entry("CR_with_EmailConfig_with_Threading.yml", ""),
          Map.entry("CR_with_MSTeamsV2_Receiver_Partial_Conf.yml", ""),
          Map.entry("CR_with_MSTeams_Receiver.yml", ""),
          Map.entry("CR_with_Mattermost_Reeceiver_Bare_Minimum.yml", ""),
          Map.entry("CR_with_Slack_Receiver_with_MessageText.yml", ""),
          Map.entry(
              "valid_globalConfig_httpconfig_proxyconfig_proxyConnectHeader_with_amVersion26.yml",
              ""),
          Map.entry("valid_global_config_smtp_tlsconfig_email_receiver.yml", ""),
          // Bots may be given under global now.
          Map.entry("conf.telegram-both-bot-token-and-file.yml", both("telegram_bot_token")),
          Map.entry("conf.telegram-default-bot-token-file.yml", ""),
          Map.entry(
              "conf.telegram-valid-receiver-both-bot-token-and-file.yml",
              both("telegram_bot_token")),
          // Go's type moved to a package of its own.
          Map.entry(
              "conf.opsgenie-default-apikey-old-team.yml",
              "yaml: unmarshal errors: line 16: field teams not found in type opsgenie.plain"));

  private static String both(String name) {
    return "at most one of " + name + " & " + name + "_file must be configured";
  }

  @Test
  void saysWhatAmtoolSays() throws IOException {
    Optional<Path> verdicts = Repository.shared("corpus/verdicts.jsonl");
    Assumptions.assumeTrue(verdicts.isPresent(), "no corpus beside the repository");
    ObjectMapper json = new ObjectMapper();
    List<String> wrong = new ArrayList<>();
    int compared = 0;
    for (String line : Files.readAllLines(verdicts.orElseThrow())) {
      JsonNode row = json.readTree(line);
      if (!row.get("kind").asText().equals("am")) {
        continue;
      }
      compared++;
      Path file = verdicts.orElseThrow().resolveSibling(row.get("file").asText());
      String expected =
          NEWER.getOrDefault(
              String.valueOf(file.getFileName()),
              row.get("exit").asInt() == 0 ? "" : row.get("first_error").asText());
      String actual = refusal(file);
      // What was noted of amtool's output is one line, and no longer than some.
      if (expected.isEmpty() ? !actual.isEmpty() : !actual.startsWith(expected)) {
        wrong.add(file + "\nexpected: " + expected + "\ngot: " + actual);
      }
    }
    assertThat(compared).isPositive();
    assertThat(wrong).isEmpty();
  }

  private static String refusal(Path file) throws IOException {
    SourceFile source = SourceFile.of(file.toString(), Files.readString(file));
    return AlertmanagerReader.read(source, AlertmanagerOptions.STRICT)
        .refusal()
        .orElse("")
        .replaceAll("\\s+", " ");
  }
}
