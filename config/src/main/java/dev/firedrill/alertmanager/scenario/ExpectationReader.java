package dev.firedrill.alertmanager.scenario;

import dev.firedrill.alertmanager.scenario.ExpectedNotification.ExpectedAlert;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.labels.Labels;
import dev.firedrill.yaml.YamlFields;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import dev.firedrill.yaml.YamlProblems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what a scenario expects.
final class ExpectationReader {
  private final YamlProblems problems;
  private final EventReader events;

  ExpectationReader(YamlProblems problems) {
    this.problems = problems;
    this.events = new EventReader(problems);
  }

  /// {@return an expected notification}
  ExpectedNotification notification(YamlNode node) {
    YamlFields fields = YamlFields.of(node, "a notification", problems);
    fields.require("t", "t: when it comes is missing");
    fields.require("receiver", "receiver: whom it reaches is missing");
    Located<Long> time = fields.scalar("t", Moment::parse);
    Located<String> receiver = fields.string("receiver");
    Located<String> status = fields.scalar("status", ExpectationReader::status);
    Located<String> key = fields.string("groupKey");
    Labels group = fields.node("groupLabels").map(events::labels).orElse(null);
    Located<Integer> answer = fields.integer("http_status");
    List<ExpectedAlert> alerts =
        fields.node("alerts").isEmpty() ? null : fields.list("alerts", this::alert);
    fields.finish();
    return new ExpectedNotification(
        time == null ? 0 : time.value(),
        receiver == null ? "" : receiver.value(),
        status == null ? null : status.value(),
        key == null ? null : key.value(),
        group,
        answer == null ? null : answer.value(),
        alerts,
        fields.location());
  }

  private static String status(String text) {
    if (!text.equals("firing") && !text.equals("resolved")) {
      throw new IllegalArgumentException("the status is 'firing' or 'resolved'");
    }
    return text;
  }

  private @Nullable ExpectedAlert alert(YamlNode node) {
    if (node instanceof ScalarNode scalar) {
      return named(scalar.text(), scalar.written());
    }
    YamlFields fields = YamlFields.of(node, "an alert", problems);
    Located<String> status = fields.scalar("status", ExpectationReader::status);
    fields.require("labels", "labels of the alert are missing");
    Labels labels = fields.node("labels").map(events::labels).orElse(Labels.EMPTY);
    fields.finish();
    return new ExpectedAlert(status == null ? "firing" : status.value(), labels, null);
  }

  private @Nullable ExpectedAlert named(String text, Location place) {
    int colon = text.lastIndexOf(':');
    String status = text.substring(colon + 1);
    if (colon < 1 || !(status.equals("firing") || status.equals("resolved"))) {
      problems.value(
          Diagnostic.error(ScenarioReader.CHECK, "cannot tell which alert is meant", place)
              .withHelp(
                  "write VALUE:firing or VALUE:resolved, where VALUE is the value of a label"),
          "cannot tell which alert is meant");
      return null;
    }
    return new ExpectedAlert(status, null, text.substring(0, colon));
  }
}
