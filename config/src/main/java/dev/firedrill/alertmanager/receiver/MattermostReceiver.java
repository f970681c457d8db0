package dev.firedrill.alertmanager.receiver;

import java.util.List;

/// Mattermost.
final class MattermostReceiver {
  /// One of the fields of an attachment.
  static final Field FIELDS =
      Field.objects(
          "fields",
          "mattermost.plain",
          List.of(
              Field.template("title").asRequired(),
              Field.template("value").asRequired(),
              Field.flag("short")),
          MattermostReceiver::checkField);

  static final IntegrationType TYPE =
      IntegrationType.of(
              "mattermost",
              true,
              Field.url("webhook_url").asSecret(),
              Field.text("webhook_url_file"),
              Field.template("channel"),
              Field.defaulted("username", "mattermost.default.username"),
              Field.defaulted("text", "mattermost.default.text").limited(TextLimit.runes(16_383)),
              Field.template("icon_url"),
              Field.template("icon_emoji"),
              Field.template("type"),
              Field.objects("attachments", "mattermost.plain", attachment(), Rules.NONE),
              Field.object(
                  "props", "mattermost.plain", List.of(Field.template("card")), Rules.NONE),
              Field.object(
                  "priority",
                  "mattermost.plain",
                  List.of(
                      Field.template("priority"),
                      Field.flag("requested_ack"),
                      Field.flag("persistent_notifications")),
                  Rules.NONE),
              HttpConfig.FIELD)
          .inOwnPackage()
          .maybeNothing()
          .demanding(settings -> settings.atMostOne("webhook_url", "webhook_url_file"))
          .completing(MattermostReceiver::complete);

  private MattermostReceiver() {}

  private static List<Field> attachment() {
    return List.of(
        Field.defaulted("fallback", "mattermost.default.fallback"),
        Field.defaulted("color", "mattermost.default.color"),
        Field.template("pretext"),
        Field.template("text"),
        Field.template("author_name"),
        Field.template("author_link"),
        Field.template("author_icon"),
        Field.defaulted("title", "mattermost.default.title"),
        Field.template("title_link"),
        FIELDS,
        Field.template("image_url"),
        Field.template("thumb_url"),
        Field.template("footer"),
        Field.template("footer_icon"));
  }

  private static void checkField(Settings field) {
    if (!field.has("title")) {
      field.reject("missing title in Mattermost field configuration", "title");
    } else if (!field.has("value")) {
      field.reject("missing value in Mattermost field configuration", "value");
    }
  }

  private static void complete(Settings mattermost, Settings global) {
    if (!mattermost.hasAny("webhook_url", "webhook_url_file")
        && !global.hasAny("mattermost_webhook_url", "mattermost_webhook_url_file")) {
      mattermost.reject(
          "missing webhook_url or webhook_url_file on mattermost_config", "webhook_url");
    }
  }
}
