package dev.firedrill.alertmanager.receiver;

/// Discord.
final class DiscordReceiver {
  static final IntegrationType TYPE =
      IntegrationType.of(
              "discord",
              true,
              Field.url("webhook_url").asSecret(),
              Field.text("webhook_url_file"),
              Field.defaulted("title", "discord.default.title").limited(TextLimit.runes(256)),
              Field.defaulted("message", "discord.default.message").limited(TextLimit.runes(4096)),
              Field.defaulted("content", "discord.default.content").limited(TextLimit.runes(2000)),
              Field.text("username"),
              Field.text("avatar_url"),
              HttpConfig.FIELD)
          .demanding(settings -> settings.oneOf("webhook_url", "webhook_url_file"));

  private DiscordReceiver() {}
}
