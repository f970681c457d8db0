package dev.firedrill.rules.test;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.rules.test.NotificationTest.ExpectedNotification;
import dev.firedrill.yaml.YamlFields;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import dev.firedrill.yaml.YamlProblems;
import dev.firedrill.yaml.YamlValues;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads `alertmanager` and `expect_notifications`.
final class NotificationTestReader {
  private static final String CHECK = "test/notification";

  private final YamlProblems problems;
  private final YamlValues values;

  NotificationTestReader(YamlProblems problems) {
    this.problems = problems;
    this.values = new YamlValues(problems);
  }

  /// {@return what is expected; null where nothing is, or it was reported}
  @Nullable NotificationTest read(YamlFields fields) {
    SourceText alertmanager = fields.text("alertmanager");
    YamlNode written = fields.node("expect_notifications").orElse(null);
    List<ExpectedNotification> expected = fields.list("expect_notifications", this::expected);
    if (written != null && alertmanager == null) {
      problems.value(
          Diagnostic.error(
                  CHECK,
                  "alertmanager is missing: whose notifications are meant",
                  written.location())
              .withHelp("add alertmanager: the path of its configuration"),
          "alertmanager is missing");
    } else if (written == null && alertmanager != null) {
      problems.value(
          Diagnostic.error(
                  CHECK, "nothing is expected of this Alertmanager", alertmanager.location())
              .withHelp("add expect_notifications; an empty list says that nobody is notified"),
          "expect_notifications is missing");
    }
    return written == null || alertmanager == null
        ? null
        : new NotificationTest(alertmanager, expected, written.location());
  }

  private @Nullable ExpectedNotification expected(YamlNode node) {
    YamlFields fields = YamlFields.of(node, "an item of expect_notifications", problems);
    fields.require("receiver", "receiver: who is notified is missing");
    Located<String> receiver = fields.string("receiver");
    Located<Duration> at =
        fields.scalar("at", text -> Duration.ofMillis(PrometheusDuration.parseMillis(text)));
    Located<String> status = fields.string("status");
    if (status != null && !status.value().equals("firing") && !status.value().equals("resolved")) {
      problems.value(CHECK, "expected firing or resolved", status.location());
    }
    List<String> contains = contains(fields);
    fields.finish();
    return receiver == null
        ? null
        : new ExpectedNotification(
            receiver,
            at == null ? null : at.value(),
            status == null || !status.value().equals("resolved"),
            contains,
            node.location());
  }

  private List<String> contains(YamlFields fields) {
    List<String> texts = new ArrayList<>();
    YamlNode node = fields.node("contains").orElse(null);
    List<YamlNode> items =
        node == null ? List.of() : node instanceof SequenceNode list ? list.items() : List.of(node);
    for (YamlNode item : items) {
      SourceText text = values.text(item);
      if (text != null) {
        texts.add(text.text());
      }
    }
    return texts;
  }
}
