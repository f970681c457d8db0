package dev.firedrill.alertmanager.receiver;

import dev.firedrill.alertmanager.receiver.Field.Kind;
import java.util.ArrayList;
import java.util.List;

/// The settings under `global`, which stand in for what an integration leaves out.
public final class GlobalSettings {
  /// Those that may each be given itself or as NAME_file; in the order in which Alertmanager looks.
  private static final List<String> SECRETS =
      List.of(
          "slack_api_url",
          "slack_app_token",
          "opsgenie_api_key",
          "victorops_api_key",
          "telegram_bot_token",
          "smtp_auth_password",
          "smtp_auth_secret",
          "wechat_api_secret",
          "rocketchat_token",
          "rocketchat_token_id",
          "mattermost_webhook_url");

  private static final String POST_MESSAGE = "https://slack.com/api/chat.postMessage";

  /// All fields.
  public static final List<Field> FIELDS = fields();

  private GlobalSettings() {}

  private static List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    fields.add(HttpConfig.FIELD);
    fields.add(Field.of("resolve_timeout", Kind.DURATION));
    for (String url :
        List.of(
            "jira_api_url",
            "slack_app_url",
            "pagerduty_url",
            "opsgenie_api_url",
            "wechat_api_url",
            "victorops_api_url",
            "telegram_api_url",
            "webex_api_url",
            "rocketchat_api_url")) {
      fields.add(Field.url(url));
    }
    for (String text :
        List.of(
            "smtp_from",
            "smtp_hello",
            "smtp_auth_username",
            "smtp_auth_identity",
            "wechat_api_corp_id")) {
      fields.add(Field.text(text));
    }
    fields.add(Field.of("smtp_smarthost", Kind.HOST_PORT));
    fields.add(Field.flag("smtp_require_tls"));
    fields.add(Field.flag("smtp_force_implicit_tls"));
    fields.add(HttpConfig.tls("smtp_tls_config"));
    for (String secret : SECRETS) {
      boolean url = secret.endsWith("_url");
      fields.add(url ? Field.url(secret).asSecret() : Field.secret(secret));
      fields.add(Field.text(secret + "_file"));
    }
    return List.copyOf(fields);
  }

  /// Checks that no secret is given twice.
  ///
  /// @param global where what is refused is reported to
  public static void check(Settings global) {
    for (String secret : SECRETS) {
      global.atMostOne(secret, secret + "_file");
    }
    boolean webhook =
        global.has("slack_api_url_file")
            || (global.has("slack_api_url") && !global.text("slack_api_url").equals(POST_MESSAGE));
    if (webhook && global.hasAny("slack_app_token", "slack_app_token_file")) {
      global.reject(
          "at most one of slack_api_url/slack_api_url_file & slack_app_token/slack_app_token_file"
              + " must be configured",
          "slack_app_token");
    }
  }
}
