package dev.firedrill.alertmanager;

import dev.firedrill.alertmanager.receiver.IntegrationType;
import dev.firedrill.alertmanager.receiver.IntegrationTypes;
import dev.firedrill.alertmanager.receiver.Settings;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlValues;

/// What integrations need from `global` where they do not say it themselves.
final class IntegrationChecks {
  private final Settings global;
  private final ReadingContext context;

  IntegrationChecks(YamlNode global, ReadingContext context) {
    this.global = new Settings(global, context.checks());
    this.context = context;
  }

  void check(Receiver receiver) {
    for (IntegrationType type : IntegrationTypes.ALL) {
      for (Integration integration : receiver.integrations()) {
        if (integration.kind().equals(type.name())) {
          check(type, integration.node());
        }
      }
    }
  }

  private void check(IntegrationType type, YamlNode node) {
    boolean nothing = YamlValues.isNull(node);
    if (nothing && !type.missing().isEmpty()) {
      context.checks().value("receiver/incomplete", type.missing(), node.written());
    } else if (nothing || node instanceof MappingNode) {
      type.completion().check(new Settings(node, context.checks()), global);
    }
  }
}
