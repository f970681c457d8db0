package dev.firedrill.alertmanager.receiver;

import java.util.List;
import java.util.Optional;

/// All kinds of integrations of Alertmanager 0.34.
public final class IntegrationTypes {
  /// In the order in which Alertmanager completes them by the settings under `global`.
  public static final List<IntegrationType> ALL =
      List.of(
          WebhookReceiver.TYPE,
          EmailReceiver.TYPE,
          SlackReceiver.TYPE,
          PushoverReceiver.TYPE,
          PagerdutyReceiver.TYPE,
          OpsgenieReceiver.TYPE,
          WechatReceiver.TYPE,
          VictoropsReceiver.TYPE,
          SnsReceiver.TYPE,
          TelegramReceiver.TYPE,
          DiscordReceiver.TYPE,
          WebexReceiver.TYPE,
          MsteamsReceiver.TYPE,
          Msteamsv2Receiver.TYPE,
          JiraReceiver.TYPE,
          RocketchatReceiver.TYPE,
          MattermostReceiver.TYPE,
          IncidentioReceiver.TYPE);

  private IntegrationTypes() {}

  /// {@return the kind of a name}
  public static Optional<IntegrationType> of(String name) {
    return ALL.stream().filter(type -> type.name().equals(name)).findFirst();
  }
}
