package dev.firedrill.alertmanager.test;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.message.Message;
import dev.firedrill.alertmanager.message.MessageField;
import dev.firedrill.alertmanager.message.MessageRenderer;
import dev.firedrill.alertmanager.message.OneAlert;
import dev.firedrill.alertmanager.route.MatchedRoute;
import dev.firedrill.alertmanager.route.RouteWalk;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.template.notification.NotificationTemplates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Whether the receivers of an alert say what a test expects, and can say anything at all.
///
/// @param strict whether a message that cannot be rendered fails a test that expects none
record MessageComparison(
    RouteTest test, AlertmanagerConfig config, NotificationTemplates templates, boolean strict) {
  private static final String SUBJECT = "messages";

  /// {@return what is otherwise; nothing where all is as expected, or nothing is expected}
  List<RouteTestFailure> failures(RouteWalk walk) {
    Map<String, List<Located<String>>> expected = test.expect().messages();
    List<RouteTestFailure> failures = new ArrayList<>();
    if (!strict && expected.isEmpty()) {
      return failures;
    }
    Instant at = test.at();
    Instant time = at == null ? Instant.EPOCH : at;
    MessageRenderer renderer = new MessageRenderer(config, templates, time.toEpochMilli());
    OneAlert alert = new OneAlert(test.labels(), test.annotations(), time, "");
    List<String> told = new ArrayList<>();
    for (MatchedRoute match : walk.matched()) {
      String receiver = match.route().receiver();
      told.add(receiver);
      List<Message> messages =
          config
              .receiver(receiver)
              .map(to -> renderer.render(to, alert.at(match), match.groupKey()))
              .orElse(List.of());
      broken(receiver, messages, failures);
      for (Located<String> text : expected.getOrDefault(receiver, List.of())) {
        if (!says(messages, text.value())) {
          failures.add(silent(receiver, text, messages));
        }
      }
    }
    expected.forEach(
        (receiver, texts) -> {
          if (!told.contains(receiver) && !texts.isEmpty()) {
            Location place = texts.getFirst().location();
            failures.add(
                new RouteTestFailure(
                    SUBJECT, "a message to " + receiver, "none", "it is not told", place));
          }
        });
    return failures;
  }

  private void broken(String receiver, List<Message> messages, List<RouteTestFailure> failures) {
    for (Message message : messages) {
      for (MessageField field : message.fields()) {
        if (field.failed()) {
          failures.add(
              new RouteTestFailure(
                  SUBJECT,
                  "a message to " + receiver + " by " + message.integration(),
                  "none",
                  field.name() + ": " + field.text(),
                  test.location()));
        }
      }
    }
  }

  private static boolean says(List<Message> messages, String text) {
    return messages.stream()
        .flatMap(message -> message.fields().stream())
        .anyMatch(field -> !field.failed() && field.text().contains(text));
  }

  private static RouteTestFailure silent(
      String receiver, Located<String> text, List<Message> messages) {
    List<String> fields = new ArrayList<>();
    for (Message message : messages) {
      for (MessageField field : message.fields()) {
        fields.add(message.integration() + " " + field.name());
      }
    }
    return new RouteTestFailure(
        SUBJECT,
        "\"" + text.value() + "\" in a message to " + receiver,
        "it is in none",
        fields.isEmpty()
            ? "the receiver has no integrations"
            : "looked at " + String.join(", ", fields),
        text.location());
  }
}
