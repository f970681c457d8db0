package dev.firedrill.alertmanager.receiver;

import dev.firedrill.alertmanager.receiver.Field.Kind;
import dev.firedrill.template.Dialect;
import dev.firedrill.template.TemplateResult;
import dev.firedrill.template.Templates;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// OpsGenie.
final class OpsgenieReceiver {
  private static final Set<String> TYPES =
      Set.of("team", "teams", "user", "escalation", "schedule");

  static final IntegrationType TYPE =
      IntegrationType.of(
              "opsgenie",
              true,
              Field.secret("api_key"),
              Field.text("api_key_file"),
              Field.url("api_url"),
              Field.defaulted("message", "opsgenie.default.message").limited(TextLimit.runes(130)),
              Field.defaulted("description", "opsgenie.default.description"),
              Field.defaulted("source", "opsgenie.default.source"),
              Field.of("details", Kind.TEXT_MAP).asTemplate(),
              Field.template("entity"),
              Field.objects(
                  "responders",
                  "opsgenie.plain",
                  List.of(
                      Field.template("id"),
                      Field.template("name"),
                      Field.template("username"),
                      Field.template("type").asRequired()),
                  Rules.NONE),
              Field.template("actions"),
              Field.template("tags"),
              Field.template("note"),
              Field.template("priority"),
              Field.flag("update_alerts"),
              HttpConfig.FIELD)
          .inOwnPackage()
          .maybeNothing()
          .demanding(OpsgenieReceiver::check)
          .completing(OpsgenieReceiver::complete);

  private OpsgenieReceiver() {}

  private static void check(Settings opsgenie) {
    if (opsgenie.atMostOne("api_key", "api_key_file")) {
      return;
    }
    for (Settings responder : opsgenie.objects("responders")) {
      if (rejects(responder)) {
        return;
      }
    }
  }

  private static boolean rejects(Settings responder) {
    String type = responder.text("type");
    String wrong = "";
    if (!responder.hasAny("id", "username", "name")) {
      wrong = "has to have at least one of id, username or name specified";
    } else if (type.contains("{{")) {
      if (Templates.parse("", type, new Dialect(Set.of(), List.of()))
          instanceof TemplateResult.Rejected rejected) {
        wrong = "type is not a valid template: " + rejected.first().text();
      }
    } else if (!TYPES.contains(type.toLowerCase(Locale.ROOT))) {
      wrong = "type does not match valid options ^(team|teams|user|escalation|schedule)$";
    }
    if (!wrong.isEmpty()) {
      responder.reject("opsGenieConfig responder " + shown(responder) + " " + wrong, "type");
    }
    return !wrong.isEmpty();
  }

  private static String shown(Settings responder) {
    return "{"
        + responder.text("id")
        + " "
        + responder.text("name")
        + " "
        + responder.text("username")
        + " "
        + responder.text("type")
        + "}";
  }

  private static void complete(Settings opsgenie, Settings global) {
    if (!opsgenie.hasAny("api_key", "api_key_file")
        && !global.hasAny("opsgenie_api_key", "opsgenie_api_key_file")) {
      opsgenie.reject("no global OpsGenie API Key set either inline or in a file", "api_key");
    }
  }
}
