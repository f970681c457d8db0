package dev.firedrill.rules.test;

import dev.firedrill.alertmanager.message.MessageField;
import dev.firedrill.notify.Notification;
import dev.firedrill.notify.NotificationRenderer;
import dev.firedrill.notify.NotifiedAlert;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What notifications say, rendered when somebody asks.
final class NotificationTexts {
  private final NotificationRenderer renderer;
  private final IdentityHashMap<Notification, List<String>> known = new IdentityHashMap<>();
  private final IdentityHashMap<Notification, List<MessageField>> rendered =
      new IdentityHashMap<>();

  NotificationTexts(Alertmanagers.Setup setup) {
    renderer = new NotificationRenderer(setup.config(), setup.templates());
  }

  /// {@return the fields of the message, and the labels and annotations of its alerts, both by
  /// themselves and as `{name="value"}`}
  List<String> of(Notification notification) {
    return known.computeIfAbsent(notification, this::texts);
  }

  /// {@return why the message cannot be rendered, with which Alertmanager does not send it; nothing
  /// where it can}
  Optional<String> failure(Notification notification) {
    return fields(notification).stream()
        .filter(MessageField::failed)
        .map(field -> field.name() + ": " + field.text())
        .findFirst();
  }

  private List<String> texts(Notification notification) {
    List<String> texts = new ArrayList<>();
    fields(notification).stream().map(MessageField::text).forEach(texts::add);
    for (NotifiedAlert alert : notification.alerts()) {
      for (Map<String, String> pairs :
          List.<Map<String, String>>of(alert.labels().toMap(), alert.annotations())) {
        texts.add(Observation.braces(pairs));
        texts.addAll(pairs.values());
      }
    }
    return texts;
  }

  private List<MessageField> fields(Notification notification) {
    return rendered.computeIfAbsent(notification, each -> renderer.render(each).fields());
  }
}
