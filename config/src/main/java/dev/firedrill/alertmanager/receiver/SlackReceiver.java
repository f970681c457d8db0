package dev.firedrill.alertmanager.receiver;

import dev.firedrill.alertmanager.receiver.Field.Kind;
import java.util.List;
import java.util.Optional;

/// Slack, by an incoming webhook or as an app.
final class SlackReceiver {
  private static final String POST_MESSAGE = "https://slack.com/api/chat.postMessage";

  static final IntegrationType TYPE =
      IntegrationType.of(
              "slack",
              false,
              Field.url("api_url").asSecret(),
              Field.text("api_url_file"),
              Field.secret("app_token"),
              Field.text("app_token_file"),
              Field.url("app_url"),
              Field.template("channel"),
              Field.defaulted("username", "slack.default.username"),
              Field.template("color", "{{ template \"slack.default.color\" . }}"),
              Field.defaulted("title", "slack.default.title").limited(TextLimit.runes(1024)),
              Field.defaulted("title_link", "slack.default.titlelink"),
              Field.defaulted("pretext", "slack.default.pretext"),
              Field.defaulted("text", "slack.default.text"),
              Field.template("message_text"),
              Field.objects("fields", "config.plain", fields(), SlackReceiver::checkField),
              Field.flag("short_fields"),
              Field.defaulted("footer", "slack.default.footer"),
              Field.defaulted("fallback", "slack.default.fallback"),
              Field.defaulted("callback_id", "slack.default.callbackid"),
              Field.defaulted("icon_emoji", "slack.default.iconemoji"),
              Field.defaulted("icon_url", "slack.default.iconurl"),
              Field.template("image_url"),
              Field.template("thumb_url"),
              Field.flag("link_names"),
              Field.of("mrkdwn_in", Kind.TEXTS),
              Field.objects("actions", "config.plain", actions(), SlackReceiver::checkAction),
              Field.flag("update_message"),
              Field.of("timeout", Kind.DURATION),
              HttpConfig.FIELD)
          .maybeNothing()
          .demanding(SlackReceiver::check)
          .completing(SlackReceiver::complete);

  private SlackReceiver() {}

  private static List<Field> fields() {
    return List.of(
        Field.template("title").asRequired(),
        Field.template("value").asRequired(),
        Field.flag("short"));
  }

  private static List<Field> actions() {
    return List.of(
        Field.template("type").asRequired(),
        Field.template("text").asRequired(),
        Field.template("url"),
        Field.template("style"),
        Field.template("name"),
        Field.template("value"),
        Field.object(
            "confirm",
            "config.plain",
            List.of(
                Field.template("text").asRequired(),
                Field.template("title"),
                Field.template("ok_text"),
                Field.template("dismiss_text")),
            SlackReceiver::checkConfirmation));
  }

  private static void checkField(Settings field) {
    if (!field.has("title")) {
      field.reject("missing title in Slack field configuration", "title");
    } else if (!field.has("value")) {
      field.reject("missing value in Slack field configuration", "value");
    }
  }

  private static void checkAction(Settings action) {
    if (!action.has("type")) {
      action.reject("missing type in Slack action configuration", "type");
    } else if (!action.has("text")) {
      action.reject("missing text in Slack action configuration", "text");
    } else if (!action.hasAny("url", "name")) {
      action.reject("missing name or url in Slack action configuration", "name");
    }
  }

  private static void checkConfirmation(Settings confirmation) {
    if (!confirmation.has("text")) {
      confirmation.reject("missing text in Slack confirmation configuration", "text");
    }
  }

  private static void check(Settings slack) {
    boolean rejected =
        slack.atMostOne("api_url", "api_url_file")
            || slack.atMostOne("app_token", "app_token_file");
    boolean both =
        slack.hasAny("api_url", "api_url_file") && slack.hasAny("app_token", "app_token_file");
    if (!rejected && both) {
      slack.reject(
          "at most one of api_url/api_url_file & app_token/app_token_file must be configured",
          "app_token");
    }
  }

  private static void complete(Settings slack, Settings global) {
    boolean webhook = slack.hasAny("api_url", "api_url_file");
    boolean app = slack.hasAny("app_token", "app_token_file");
    boolean globalApp = global.hasAny("slack_app_token", "slack_app_token_file");
    if (!webhook && !app && !globalApp && !global.hasAny("slack_api_url", "slack_api_url_file")) {
      slack.reject("no Slack API URL nor App token set either inline or in a file", "api_url");
      return;
    }
    Optional<Settings> http = slack.object("http_config");
    if (app && http.isPresent() && http.get().has("authorization")) {
      slack.reject("http authorization can't be set when using Slack App tokens", "http_config");
      return;
    }
    boolean token = app || (!webhook && globalApp);
    String url = slack.has("api_url") ? slack.text("api_url") : global.text("slack_api_url");
    if (slack.isTrue("update_message") && !token && !url.equals(POST_MESSAGE)) {
      slack.reject(
          "update_message can only be used with bot tokens. api_url must be set to " + POST_MESSAGE,
          "update_message");
    }
  }
}
