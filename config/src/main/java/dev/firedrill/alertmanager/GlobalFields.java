package dev.firedrill.alertmanager;

import dev.firedrill.diagnostic.Location;
import dev.firedrill.yaml.YamlFields;
import dev.firedrill.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/// Checks the names under `global`, and that no secret is given twice.
final class GlobalFields {
  private static final List<String> NAMES =
      List.of(
          "http_config",
          "jira_api_url",
          "smtp_from",
          "smtp_hello",
          "smtp_smarthost",
          "smtp_auth_username",
          "smtp_auth_identity",
          "smtp_require_tls",
          "smtp_tls_config",
          "smtp_force_implicit_tls",
          "slack_app_url",
          "pagerduty_url",
          "opsgenie_api_url",
          "wechat_api_url",
          "wechat_api_corp_id",
          "victorops_api_url",
          "telegram_api_url",
          "webex_api_url",
          "rocketchat_api_url");

  // Each may be given itself or as NAME_file; in the order in which Alertmanager looks.
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

  private GlobalFields() {}

  static void check(YamlFields global, ReadingContext context) {
    context.duration(global, "resolve_timeout");
    for (String name : NAMES) {
      global.allow(name);
    }
    for (String secret : SECRETS) {
      Optional<YamlNode> inline = global.node(secret).filter(GlobalFields::isGiven);
      Optional<YamlNode> file = global.node(secret + "_file").filter(GlobalFields::isGiven);
      if (inline.isPresent() && file.isPresent()) {
        Location place = file.get().written();
        context
            .checks()
            .value(
                "receiver/invalid",
                "at most one of " + secret + " & " + secret + "_file must be configured",
                place);
      }
    }
    global.finish();
  }

  private static boolean isGiven(YamlNode node) {
    return !(node instanceof YamlNode.ScalarNode scalar && scalar.text().isEmpty());
  }
}
