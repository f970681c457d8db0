package dev.firedrill.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firedrill.diagnostic.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What Alertmanager refuses about the tree. Rows about what integrations need are left out.
class ConfigConformanceTest {
  private static final Pattern INTEGRATION = Pattern.compile("_configs:");

  @Test
  void refusesWhatAlertmanagerRefusesInItsWords() {
    List<String> wrong = new ArrayList<>();
    int compared = 0;
    for (JsonNode row : ConformanceRows.of("config-inline.jsonl")) {
      String text = row.get("yaml").asText();
      boolean whole = row.get("of").asText().equals("config");
      boolean rule = row.get("of").asText().equals("inhibit_rules");
      if (!rule && !(whole && !INTEGRATION.matcher(text).find())) {
        continue;
      }
      compared++;
      String file = whole ? text : withRule(text);
      String expected = row.get("ok").asBoolean() ? "accepted" : row.get("error").asText();
      // Alertmanager's own tests of whole files run with the classic label names.
      boolean utf8 = row.path("mode").asText().equals("utf8");
      AlertmanagerOptions options =
          AlertmanagerOptions.STRICT.withMode(utf8 ? MatcherMode.FALLBACK : MatcherMode.CLASSIC);
      String actual =
          AlertmanagerReader.read(SourceFile.of("a.yml", file), options)
              .refusal()
              .orElse("accepted");
      if (!expected.equals(actual)) {
        wrong.add(file + "expected: " + expected + "\ngot: " + actual);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(compared).isPositive();
  }

  private static String withRule(String rule) {
    return "route: {receiver: x}\nreceivers: [{name: x}]\ninhibit_rules:\n-"
        + rule.strip().indent(2).substring(1);
  }
}
