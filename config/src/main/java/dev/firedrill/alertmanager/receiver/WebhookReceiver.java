package dev.firedrill.alertmanager.receiver;

import dev.firedrill.alertmanager.receiver.Field.Kind;

/// Anything that takes a POST with JSON.
final class WebhookReceiver {
  static final IntegrationType TYPE =
      IntegrationType.of(
              "webhook",
              true,
              Field.of("url", Kind.TEMPLATE_URL).asSecret().asTemplate(),
              Field.text("url_file"),
              Field.number("max_alerts"),
              Field.of("timeout", Kind.DURATION),
              Field.of("payload", Kind.ANY).asTemplate(),
              HttpConfig.FIELD)
          .inOwnPackage()
          .demanding(settings -> settings.oneOf("url", "url_file"));

  private WebhookReceiver() {}
}
