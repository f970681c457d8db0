package dev.firedrill.alertmanager.receiver;

import java.util.List;

/// Rocket.Chat.
final class RocketchatReceiver {
  static final IntegrationType TYPE =
      IntegrationType.of(
              "rocketchat",
              false,
              Field.url("api_url"),
              Field.template("channel"),
              Field.secret("token"),
              Field.text("token_file"),
              Field.secret("token_id"),
              Field.text("token_id_file"),
              Field.template("color", "{{ if eq .Status \"firing\" }}red{{ else }}green{{ end }}"),
              Field.defaulted("title", "rocketchat.default.title").limited(TextLimit.runes(1024)),
              Field.defaulted("title_link", "rocketchat.default.titlelink"),
              Field.defaulted("text", "rocketchat.default.text"),
              Field.objects("fields", "config.plain", fields(), Rules.NONE),
              Field.flag("short_fields"),
              Field.defaulted("emoji", "rocketchat.default.emoji"),
              Field.defaulted("icon_url", "rocketchat.default.iconurl"),
              Field.template("image_url"),
              Field.template("thumb_url"),
              Field.flag("link_names"),
              Field.objects("actions", "config.plain", actions(), Rules.NONE),
              HttpConfig.FIELD)
          .maybeNothing()
          .demanding(RocketchatReceiver::check)
          .completing(RocketchatReceiver::complete);

  private RocketchatReceiver() {}

  private static List<Field> fields() {
    return List.of(Field.template("title"), Field.template("value"), Field.flag("short"));
  }

  private static List<Field> actions() {
    return List.of(
        Field.template("type"),
        Field.template("text"),
        Field.template("url"),
        Field.template("msg"));
  }

  private static void check(Settings rocketchat) {
    if (!rocketchat.atMostOne("token", "token_file")) {
      rocketchat.atMostOne("token_id", "token_id_file");
    }
  }

  private static void complete(Settings rocketchat, Settings global) {
    if (!rocketchat.hasAny("token_id", "token_id_file")
        && !global.hasAny("rocketchat_token_id", "rocketchat_token_id_file")) {
      rocketchat.reject("no global Rocketchat TokenID set either inline or in a file", "token_id");
    } else if (!rocketchat.hasAny("token", "token_file")
        && !global.hasAny("rocketchat_token", "rocketchat_token_file")) {
      rocketchat.reject("no global Rocketchat Token set either inline or in a file", "token");
    }
  }
}
