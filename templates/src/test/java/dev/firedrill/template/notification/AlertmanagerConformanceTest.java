package dev.firedrill.template.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.template.run.RunResult;
import dev.firedrill.template.value.GoTime;
import dev.firedrill.template.value.Value;
import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Notification templates with data and what Alertmanager makes of them, kept outside the
/// repository.
class AlertmanagerConformanceTest {
  private static final String FILE = "conformance/alertmanager/templates.jsonl";

  @Test
  void rendersAsAlertmanagerDoes() throws IOException {
    Optional<Path> file = Repository.shared(FILE);
    Assumptions.assumeTrue(file.isPresent(), FILE + " is not there");
    ObjectMapper json = new ObjectMapper();
    List<String> wrong = new ArrayList<>();
    int rows = 0;
    for (String line : Files.readAllLines(file.orElseThrow())) {
      JsonNode row = json.readTree(line);
      rows++;
      RunResult result = rendered(row);
      boolean ok = result instanceof RunResult.Completed;
      String actual =
          switch (result) {
            case RunResult.Completed completed -> completed.text();
            case RunResult.Failed failed -> failed.message();
          };
      String wanted = row.path("output_0_34").asText(row.get("output").asText());
      if (ok != row.get("ok").asBoolean() || (ok && !actual.equals(wanted))) {
        wrong.add(row.get("text") + " gives\n  " + actual + "\ninstead of\n  " + wanted);
      }
    }
    assertThat(rows).isPositive();
    assertThat(wrong).isEmpty();
  }

  private static RunResult rendered(JsonNode row) {
    RenderOptions options =
        new RenderOptions(
            row.get("html").asBoolean(), 0, row.path("route_labels_rendered").asBoolean());
    return NotificationTemplates.builtIn().render(row.get("text").asText(), data(row), options);
  }

  private static Value data(JsonNode row) {
    JsonNode data = row.get("data");
    String type = row.get("data_type").asText();
    return switch (type) {
      case "Data" -> notification(data).asValue();
      case "nil" -> Value.MISSING;
      case "time" -> new Value.Time(ZonedDateTime.parse(data.asText()), "time.Time");
      case "map" -> {
        Map<String, Value> entries = new TreeMap<>();
        data.properties().forEach(e -> entries.put(e.getKey(), scalar(e.getValue(), "int")));
        yield new Value.Mapping(entries, "map[string]interface {}", Value.NIL);
      }
      default -> {
        List<Value> elements = new ArrayList<>();
        data.forEach(element -> elements.add(scalar(element, type.substring(2))));
        yield new Value.Sequence(elements, type, false);
      }
    };
  }

  private static Value scalar(JsonNode node, String type) {
    if (node.isTextual()) {
      return Value.of(node.asText());
    }
    return type.equals("float64") ? Value.of(node.asDouble()) : new Value.Int(node.asLong(), type);
  }

  private static NotificationData notification(JsonNode data) {
    List<NotifiedAlert> alerts = null;
    if (data.has("alerts")) {
      alerts = new ArrayList<>();
      for (JsonNode alert : data.get("alerts")) {
        alerts.add(
            new NotifiedAlert(
                alert.path("status").asText(),
                labels(alert.path("labels")),
                labels(alert.path("annotations")),
                time(alert.path("startsAt")),
                time(alert.path("endsAt")),
                alert.path("generatorURL").asText(),
                alert.path("fingerprint").asText()));
      }
    }
    return new NotificationData(
        data.path("receiver").asText(),
        data.path("status").asText(),
        alerts,
        "",
        labels(data.path("groupLabels")),
        labels(data.path("commonLabels")),
        labels(data.path("commonAnnotations")),
        labels(data.path("routeLabels")),
        data.path("externalURL").asText());
  }

  private static ZonedDateTime time(JsonNode node) {
    return node.isTextual()
        ? ZonedDateTime.parse(node.asText()).withFixedOffsetZone()
        : GoTime.ZERO;
  }

  private static @Nullable Map<String, String> labels(JsonNode node) {
    if (!node.isObject()) {
      return null;
    }
    Map<String, String> labels = new TreeMap<>();
    node.properties().forEach(e -> labels.put(e.getKey(), e.getValue().asText()));
    return labels;
  }
}
