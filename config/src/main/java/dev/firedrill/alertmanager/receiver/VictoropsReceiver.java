package dev.firedrill.alertmanager.receiver;

import dev.firedrill.alertmanager.receiver.Field.Kind;
import dev.firedrill.yaml.YamlNode.Entry;
import java.util.Set;

/// VictorOps.
final class VictoropsReceiver {
  private static final Set<String> RESERVED =
      Set.of(
          "routing_key",
          "message_type",
          "state_message",
          "entity_display_name",
          "monitoring_tool",
          "entity_id",
          "entity_state");

  static final IntegrationType TYPE =
      IntegrationType.of(
              "victorops",
              true,
              Field.secret("api_key"),
              Field.text("api_key_file"),
              Field.url("api_url"),
              Field.template("routing_key").asRequired(),
              Field.template("message_type", "CRITICAL"),
              Field.defaulted("state_message", "victorops.default.state_message")
                  .limited(TextLimit.runes(20_480)),
              Field.defaulted("entity_display_name", "victorops.default.entity_display_name"),
              Field.defaulted("monitoring_tool", "victorops.default.monitoring_tool"),
              Field.of("custom_fields", Kind.TEXT_MAP).asTemplate(),
              HttpConfig.FIELD)
          .demanding(VictoropsReceiver::check)
          .completing(VictoropsReceiver::complete);

  private VictoropsReceiver() {}

  private static void check(Settings victorops) {
    if (!victorops.has("routing_key")) {
      victorops.reject("missing Routing key in VictorOps config", "routing_key");
      return;
    }
    if (victorops.atMostOne("api_key", "api_key_file")) {
      return;
    }
    for (Entry field : victorops.entries("custom_fields")) {
      if (RESERVED.contains(field.name())) {
        victorops.reject(
            "victorOps config contains custom field "
                + field.name()
                + " which cannot be used as it conflicts with the fixed/static fields",
            "custom_fields");
        return;
      }
    }
  }

  private static void complete(Settings victorops, Settings global) {
    if (!victorops.hasAny("api_key", "api_key_file")
        && !global.hasAny("victorops_api_key", "victorops_api_key_file")) {
      victorops.reject("no global VictorOps API Key set", "api_key");
    }
  }
}
