package dev.firedrill.alertmanager.receiver;

/// Discord.
final class DiscordReceiver {
  static final IntegrationType TYPE =
      IntegrationType.of(
              "discord",
              true,
              Field.url("webhook_url").asSecret(),
              Field.text("webhook_url_file"),
              Field.defaulted("title", "discord.default.title"),
              Field.defaulted("message", "discord.default.message"),
              Field.defaulted("content", "discord.default.content"),
              Field.text("username"),
              Field.text("avatar_url"),
              HttpConfig.FIELD)
          .demanding(settings -> settings.oneOf("webhook_url", "webhook_url_file"));

  private DiscordReceiver() {}
}
