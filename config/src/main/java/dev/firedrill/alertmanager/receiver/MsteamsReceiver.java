package dev.firedrill.alertmanager.receiver;

/// Microsoft Teams, by its old connectors.
final class MsteamsReceiver {
  static final IntegrationType TYPE =
      IntegrationType.of(
              "msteams",
              true,
              Field.url("webhook_url").asSecret(),
              Field.text("webhook_url_file"),
              Field.defaulted("title", "msteams.default.title"),
              Field.defaulted("summary", "msteams.default.summary"),
              Field.defaulted("text", "msteams.default.text"),
              HttpConfig.FIELD)
          .demanding(settings -> settings.oneOf("webhook_url", "webhook_url_file"));

  private MsteamsReceiver() {}
}
