package dev.firedrill.notify;

import dev.firedrill.alertmanager.Integration;
import dev.firedrill.alertmanager.receiver.IntegrationType;
import dev.firedrill.alertmanager.receiver.IntegrationTypes;
import dev.firedrill.yaml.YamlNode;
import java.util.Locale;
import java.util.Set;

/// Whether an integration wants to hear of resolved alerts.
final class SendResolved {
  private static final Set<String> NO = Set.of("false", "no", "off", "n");

  private SendResolved() {}

  static boolean of(Integration integration) {
    if (integration.node() instanceof YamlNode.MappingNode fields
        && fields.get("send_resolved").orElse(null) instanceof YamlNode.ScalarNode written
        && !written.isNull()) {
      return !NO.contains(written.text().toLowerCase(Locale.ROOT));
    }
    return IntegrationTypes.of(integration.kind()).map(IntegrationType::sendsResolved).orElse(true);
  }
}
