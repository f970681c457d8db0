package dev.firedrill.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InhibitionConformanceTest {
  @Test
  void mutesWhatAlertmanagerMutes() {
    List<String> wrong = new ArrayList<>();
    for (JsonNode row : ConformanceRows.of("inhibit.jsonl")) {
      Labels target = labels(row.get("target"));
      boolean muted =
          row.get("unit").asText().equals("hasEqual")
              ? active(row).stream().anyMatch(source -> rules(row).getFirst().agree(source, target))
              : !Inhibition.of(rules(row), active(row), target).isEmpty();
      JsonNode newest = row.get("inhibited_0_34_model");
      if (muted != (newest == null ? row.get("inhibited") : newest).asBoolean()) {
        wrong.add(row.toString());
      }
    }
    assertThat(wrong).isEmpty();
  }

  // The last update of an alert counts.
  private static List<Labels> active(JsonNode row) {
    Map<Labels, Boolean> active = new LinkedHashMap<>();
    for (JsonNode alert : row.get("alerts")) {
      JsonNode end = alert.get("endsAt_rel");
      Labels labels = labels(alert.get("labels"));
      active.remove(labels);
      active.put(labels, end.isNull() || end.asDouble() > 0);
    }
    active.values().removeIf(firing -> !firing);
    return List.copyOf(active.keySet());
  }

  // JSON is YAML.
  private static List<InhibitRule> rules(JsonNode row) {
    String text =
        "{route: {receiver: x}, receivers: [{name: x}], inhibit_rules: " + row.get("rules") + "}";
    SourceFile file = SourceFile.of("a.yml", text);
    return AlertmanagerReader.read(file, AlertmanagerOptions.STRICT)
        .loaded()
        .get()
        .orElseThrow()
        .inhibitRules();
  }

  private static Labels labels(JsonNode node) {
    Labels.Builder labels = new Labels.Builder();
    node.properties().forEach(label -> labels.set(label.getKey(), label.getValue().asText()));
    return labels.build();
  }
}
