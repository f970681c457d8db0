package dev.firedrill.notify;

import dev.firedrill.alertmanager.Integration;
import dev.firedrill.alertmanager.receiver.IntegrationType;
import dev.firedrill.alertmanager.receiver.IntegrationTypes;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.yaml.YamlFields;
import dev.firedrill.yaml.YamlProblems;

/// Whether an integration wants to hear of resolved alerts.
final class SendResolved {
  private SendResolved() {}

  static boolean of(Integration integration) {
    // What is wrong with the file was reported when it was read.
    YamlFields fields = YamlFields.of(integration.node(), integration.kind(), new YamlProblems());
    Located<Boolean> written = fields.bool("send_resolved");
    return written != null
        ? written.value()
        : IntegrationTypes.of(integration.kind()).map(IntegrationType::sendsResolved).orElse(true);
  }
}
