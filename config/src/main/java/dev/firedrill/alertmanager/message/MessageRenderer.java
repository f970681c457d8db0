package dev.firedrill.alertmanager.message;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.Integration;
import dev.firedrill.alertmanager.Receiver;
import dev.firedrill.alertmanager.receiver.Field;
import dev.firedrill.alertmanager.receiver.IntegrationType;
import dev.firedrill.alertmanager.receiver.IntegrationTypes;
import dev.firedrill.alertmanager.receiver.TextLimit;
import dev.firedrill.template.notification.NotificationData;
import dev.firedrill.template.notification.NotificationTemplates;
import dev.firedrill.template.notification.RenderOptions;
import dev.firedrill.template.run.RunResult;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Renders what the integrations of receivers would send, by the declarations of their fields.
/// Secrets are never shown.
public final class MessageRenderer {
  private static final int SHORT_MESSAGE = 1600;

  private final AlertmanagerConfig config;
  private final NotificationTemplates templates;
  private final long now;

  /// A renderer.
  ///
  /// @param templates those that the configuration names, and the ones that are always there
  /// @param now the time of the notification, in ms since the epoch
  public MessageRenderer(AlertmanagerConfig config, NotificationTemplates templates, long now) {
    this.config = config;
    this.templates = templates;
    this.now = now;
  }

  /// {@return a message for each integration of a receiver, in the order of the file}
  ///
  /// @param groupKey names the group in the payload of a webhook
  public List<Message> render(Receiver receiver, NotificationData data, String groupKey) {
    List<Message> messages = new ArrayList<>();
    for (Integration integration : receiver.integrations()) {
      IntegrationTypes.of(integration.kind())
          .ifPresent(type -> messages.add(message(type, integration, data, groupKey)));
    }
    return messages;
  }

  /// {@return the message of one integration; one without fields where its kind is not known}
  ///
  /// @param groupKey names the group in the payload of a webhook
  public Message render(Integration integration, NotificationData data, String groupKey) {
    return IntegrationTypes.of(integration.kind())
        .map(type -> message(type, integration, data, groupKey))
        .orElseGet(() -> new Message(integration.kind(), integration.index(), List.of()));
  }

  private Message message(
      IntegrationType type, Integration integration, NotificationData data, String groupKey) {
    FieldTexts texts = new FieldTexts(new OneData(data));
    for (Field field : type.fields()) {
      Optional<YamlNode> written =
          integration.node() instanceof MappingNode mapping
              ? mapping.get(field.name())
              : Optional.empty();
      texts.add(limited(field, type, integration), written.or(() -> global(type, field)));
    }
    List<MessageField> fields = new ArrayList<>(texts.fields());
    if (type.name().equals("pagerduty")) {
      PagerdutyDetails.fit(fields);
    }
    boolean ownPayload = fields.stream().anyMatch(field -> field.name().startsWith("payload"));
    if (type.name().equals("webhook") && !ownPayload) {
      String payload = WebhookPayload.of(data, groupKey, WebhookPayload.limit(integration.node()));
      fields.add(new MessageField("payload", payload, false));
    }
    return new Message(integration.kind(), integration.index(), fields);
  }

  // A short message to a telephone holds less than a message to a topic.
  private static Field limited(Field field, IntegrationType type, Integration integration) {
    boolean telephone =
        type.name().equals("sns")
            && field.name().equals("message")
            && integration.node() instanceof MappingNode mapping
            && mapping.get("phone_number").map(MessageRenderer::text).orElse("").length() > 0;
    return telephone ? field.limited(TextLimit.bareBytes(SHORT_MESSAGE)) : field;
  }

  // The only templated field that `global` stands in for.
  private Optional<YamlNode> global(IntegrationType type, Field field) {
    return type.name().equals("email")
            && field.name().equals("from")
            && config.global() instanceof MappingNode global
        ? global.get("smtp_from")
        : Optional.empty();
  }

  /// Renders with the data of one notification.
  private final class OneData implements FieldTexts.Rendering {
    private final NotificationData data;

    OneData(NotificationData data) {
      this.data = data;
    }

    @Override
    public RunResult render(String text, boolean html) {
      RenderOptions options = html ? RenderOptions.html(now) : RenderOptions.text(now);
      return templates.render(text, data.asPointer(), options);
    }
  }

  /// {@return the text of a scalar; empty where it is something else}
  static String text(YamlNode node) {
    return node instanceof ScalarNode scalar ? scalar.text() : "";
  }
}
