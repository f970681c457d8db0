package dev.firedrill.notify.scenario;

import dev.firedrill.alertmanager.Integration;
import dev.firedrill.yaml.YamlNode;
import java.util.Optional;

/// How scenarios name whoever is told: by the receiver's name, or a webhook by the last part of its
/// path, which tells the webhooks of one receiver apart.
final class IntegrationNames {
  private IntegrationNames() {}

  /// {@return whether a name is that of a receiver or of one of its integrations}
  static boolean isCalled(String name, String receiver, Integration integration) {
    return webhook(integration).orElse(receiver).equals(name) || receiver.equals(name);
  }

  /// {@return the last part of a webhook's path; nothing for other integrations}
  static Optional<String> webhook(Integration integration) {
    if (integration.kind().equals("webhook")
        && integration.node() instanceof YamlNode.MappingNode fields
        && fields.get("url").orElse(null) instanceof YamlNode.ScalarNode url) {
      String path = url.text();
      return Optional.of(path.substring(path.lastIndexOf('/') + 1));
    }
    return Optional.empty();
  }
}
