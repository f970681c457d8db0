package dev.firedrill.alertmanager.receiver;

import dev.firedrill.alertmanager.receiver.Field.Kind;
import java.util.List;

/// Jira.
final class JiraReceiver {
  static final IntegrationType TYPE =
      IntegrationType.of(
              "jira",
              true,
              Field.url("api_url"),
              Field.text("api_type"),
              Field.template("project").asRequired(),
              Field.of("summary", Kind.ANY)
                  .asTemplate()
                  .withPreset("{{ template \"jira.default.summary\" . }}")
                  .limited(TextLimit.runes(255)),
              Field.of("description", Kind.ANY)
                  .asTemplate()
                  .withPreset("{{ template \"jira.default.description\" . }}")
                  .limited(TextLimit.runes(32_767)),
              Field.of("labels", Kind.TEXTS).asTemplate(),
              Field.defaulted("priority", "jira.default.priority"),
              Field.template("issue_type").asRequired(),
              Field.text("reopen_transition"),
              Field.text("resolve_transition"),
              Field.text("wont_fix_resolution"),
              Field.of("reopen_duration", Kind.DURATION),
              Field.of("fields", Kind.ANY).asTemplate(),
              HttpConfig.FIELD)
          .demanding(JiraReceiver::check)
          .completing(JiraReceiver::complete);

  private JiraReceiver() {}

  private static void check(Settings jira) {
    if (!jira.has("project")) {
      jira.reject("missing project in jira_config", "project");
    } else if (!jira.has("issue_type")) {
      jira.reject("missing issue_type in jira_config", "issue_type");
    } else if (!List.of("", "auto", "cloud", "datacenter").contains(jira.text("api_type"))) {
      jira.reject(
          "unknown api_type on jira_config, must be 'auto', 'cloud' or 'datacenter'", "api_type");
    }
  }

  private static void complete(Settings jira, Settings global) {
    if (!jira.has("api_url") && !global.has("jira_api_url")) {
      jira.reject("no global Jira Cloud URL set", "api_url");
    }
  }
}
