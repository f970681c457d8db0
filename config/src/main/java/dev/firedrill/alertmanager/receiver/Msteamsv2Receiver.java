package dev.firedrill.alertmanager.receiver;

/// Microsoft Teams, by flows.
final class Msteamsv2Receiver {
  static final IntegrationType TYPE =
      IntegrationType.of(
              "msteamsv2",
              true,
              Field.url("webhook_url").asSecret(),
              Field.text("webhook_url_file"),
              Field.defaulted("title", "msteamsv2.default.title"),
              Field.defaulted("text", "msteamsv2.default.text"),
              HttpConfig.FIELD)
          .demanding(settings -> settings.oneOf("webhook_url", "webhook_url_file"));

  private Msteamsv2Receiver() {}
}
