package dev.firedrill.cli.report;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.ReceiverSecrets;
import dev.firedrill.alertmanager.message.Message;
import dev.firedrill.alertmanager.message.MessageField;
import dev.firedrill.alertmanager.receiver.TextLimit;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.diagnostic.Masking;
import dev.firedrill.notify.Notification;
import dev.firedrill.notify.NotificationRenderer;
import dev.firedrill.template.notification.NotificationTemplates;
import java.util.List;

/// What the integrations would have sent, without secrets.
public final class SentMessages {
  private final NotificationRenderer renderer;
  private final Masking masking;

  private SentMessages(NotificationRenderer renderer, Masking masking) {
    this.renderer = renderer;
    this.masking = masking;
  }

  /// {@return what a configuration with its templates says}
  public static SentMessages of(AlertmanagerConfig config, NotificationTemplates templates) {
    ReceiverSecrets secrets = new ReceiverSecrets();
    secrets.add(config);
    return new SentMessages(new NotificationRenderer(config, templates), secrets);
  }

  /// {@return the fields of what is sent, without secrets}
  public List<MessageField> fields(Notification notification) {
    return renderer.render(notification).fields().stream()
        .map(each -> each.withText(masking.mask(each.text())))
        .toList();
  }

  /// Writes the member `rendered`, `failed` where templates failed: why, by field, and `truncated`.
  void json(Json json, Notification notification) {
    Message message = renderer.render(notification);
    fields(json.name("rendered"), message, false);
    if (message.fields().stream().anyMatch(MessageField::failed)) {
      fields(json.name("failed"), message, true);
    }
    truncated(json, message);
  }

  /// Writes the member `truncated` where texts were cut: the limits, by field.
  static void truncated(Json json, Message message) {
    List<MessageField> cut =
        message.fields().stream().filter(field -> field.truncated() != null).toList();
    if (cut.isEmpty()) {
      return;
    }
    json.name("truncated").object();
    for (MessageField field : cut) {
      TextLimit limit = field.truncated();
      if (limit != null) {
        json.name(field.name()).value(limit.words());
      }
    }
    json.end();
  }

  /// Adds the fields, a line each, indented; those of several lines in lines of their own.
  StringBuilder text(StringBuilder out, Notification notification, Paint paint) {
    for (MessageField field : renderer.render(notification).fields()) {
      out.append("\n  ").append(paint.faint(field.title() + ":"));
      out.append(field.failed() ? " " + paint.bad("error:") : "");
      String[] lines = masking.mask(field.text()).stripTrailing().split("\n", -1);
      for (String line : lines) {
        out.append(lines.length == 1 ? " " : line.isBlank() ? "\n" : "\n    ");
        out.append(line.stripTrailing());
      }
    }
    return out;
  }

  private void fields(Json json, Message message, boolean failed) {
    json.object();
    for (MessageField field : message.fields()) {
      if (field.failed() == failed) {
        json.name(field.name()).value(masking.mask(field.text()));
      }
    }
    json.end();
  }
}
