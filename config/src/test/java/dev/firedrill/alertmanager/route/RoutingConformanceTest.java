package dev.firedrill.alertmanager.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.alertmanager.ConformanceRows;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.PrometheusDuration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoutingConformanceTest {
  private final Map<String, AlertmanagerConfig> configs = new HashMap<>();

  @Test
  void routesAlertsAsAlertmanagerDoes() {
    List<JsonNode> rows = ConformanceRows.of("routing.jsonl");
    List<String> wrong = new ArrayList<>();
    for (JsonNode row : rows) {
      RouteWalk walk = RouteWalk.of(root(row), labels(row.get("labels")));
      if (!walk.receivers().equals(texts(row.get("receivers")))) {
        wrong.add(row.get("tree") + " " + row.get("labels") + ": " + walk.receivers());
      }
    }
    assertThat(rows).isNotEmpty();
    assertThat(wrong).isEmpty();
  }

  @Test
  void knowsTimingsGroupingAndKeysOfTheMatchedRoutes() {
    for (JsonNode row : ConformanceRows.of("routing.jsonl")) {
      RouteWalk walk = RouteWalk.of(root(row), labels(row.get("labels")));
      for (int i = 0; i < row.path("routes").size(); i++) {
        JsonNode expected = row.get("routes").get(i);
        assertThat(details(walk.matched().get(i).route(), expected))
            .as("%s", row.get("tree"))
            .isEqualTo(details(expected));
      }
      if (row.has("route_labels")) {
        assertThat(Labels.of(walk.matched().getFirst().route().settings().labels()))
            .isEqualTo(labels(row.get("route_labels")));
      }
    }
  }

  @Test
  void namesAndOrdersTheNodesOfATreeAsAlertmanagerDoes() {
    for (JsonNode row : ConformanceRows.of("routing-structure.jsonl")) {
      List<Route> all = root(row).all();
      if (row.has("route_ids_any_order")) {
        assertThat(all.stream().map(Route::id))
            .containsExactlyInAnyOrderElementsOf(texts(row.get("route_ids_any_order")));
      }
      if (row.has("walk_receivers")) {
        assertThat(all.stream().map(Route::receiver))
            .containsExactlyElementsOf(texts(row.get("walk_receivers")));
      }
    }
  }

  private static Map<String, Object> details(JsonNode expected) {
    Map<String, Object> details = new HashMap<>();
    expected
        .properties()
        .forEach(
            field -> {
              JsonNode value = field.getValue();
              switch (field.getKey()) {
                case "group_by" -> details.put("group_by", Set.copyOf(texts(value)));
                case "group_by_all" -> details.put("group_by_all", value.asBoolean());
                case "receiver", "key" -> details.put(field.getKey(), value.asText());
                default -> details.put(field.getKey(), duration(value.asText()));
              }
            });
    return details;
  }

  private static Map<String, Object> details(Route route, JsonNode wanted) {
    Map<String, Object> details = new HashMap<>();
    details.put("receiver", route.receiver());
    details.put("key", route.key());
    details.put("group_by", new HashSet<>(route.settings().groupBy().value().labels()));
    details.put("group_by_all", route.settings().groupBy().value().all());
    details.put("group_wait", route.settings().groupWait().value());
    details.put("group_interval", route.settings().groupInterval().value());
    details.put("repeat_interval", route.settings().repeatInterval().value());
    details.keySet().removeIf(name -> !wanted.has(name));
    return details;
  }

  private static Duration duration(String text) {
    return Duration.ofMillis(PrometheusDuration.parseMillis(text));
  }

  private Route root(JsonNode row) {
    return configs
        .computeIfAbsent(row.get("config").asText(), RoutingConformanceTest::read)
        .route();
  }

  private static AlertmanagerConfig read(String text) {
    SourceFile file = SourceFile.of("alertmanager.yml", text);
    return AlertmanagerReader.read(file, AlertmanagerOptions.STRICT).loaded().get().orElseThrow();
  }

  private static Labels labels(JsonNode node) {
    Labels.Builder labels = new Labels.Builder();
    node.properties().forEach(label -> labels.set(label.getKey(), label.getValue().asText()));
    return labels.build();
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    node.forEach(item -> texts.add(item.asText()));
    return texts;
  }
}
