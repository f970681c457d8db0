package dev.firedrill.notify;

import dev.firedrill.alertmanager.Integration;
import dev.firedrill.yaml.YamlNode;
import java.util.Locale;
import java.util.Set;

/// Whether an integration wants to hear of resolved alerts.
final class SendResolved {
  private static final Set<String> NOT_BY_DEFAULT =
      Set.of("email", "slack", "wechat", "rocketchat");

  private SendResolved() {}

  static boolean of(Integration integration) {
    if (integration.node() instanceof YamlNode.MappingNode fields
        && fields.get("send_resolved").orElse(null) instanceof YamlNode.ScalarNode written
        && !written.isNull()) {
      return !Set.of("false", "no", "off", "n").contains(written.text().toLowerCase(Locale.ROOT));
    }
    return !NOT_BY_DEFAULT.contains(integration.kind());
  }
}
