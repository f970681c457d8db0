package dev.firedrill.alertmanager.receiver;

import java.util.List;

/// Telegram.
final class TelegramReceiver {
  static final IntegrationType TYPE =
      IntegrationType.of(
              "telegram",
              true,
              Field.url("api_url"),
              Field.secret("bot_token"),
              Field.text("bot_token_file"),
              Field.number("chat_id"),
              Field.text("chat_id_file"),
              Field.number("message_thread_id"),
              Field.defaulted("message", "telegram.default.message").limited(TextLimit.runes(4096)),
              Field.flag("disable_notifications"),
              Field.text("parse_mode"),
              HttpConfig.FIELD)
          .inOwnPackage()
          .demanding(TelegramReceiver::check)
          .completing(TelegramReceiver::complete);

  private TelegramReceiver() {}

  private static void check(Settings telegram) {
    if (telegram.atMostOne("bot_token", "bot_token_file")) {
      return;
    }
    String chat = telegram.text("chat_id");
    if ((chat.isEmpty() || chat.equals("0")) && !telegram.has("chat_id_file")) {
      telegram.reject("missing chat_id or chat_id_file on telegram_config", "chat_id");
    } else if (!telegram.atMostOne("chat_id", "chat_id_file")
        && !List.of("", "Markdown", "MarkdownV2", "HTML").contains(telegram.text("parse_mode"))) {
      telegram.reject(
          "unknown parse_mode on telegram_config, must be Markdown, MarkdownV2, HTML or empty"
              + " string",
          "parse_mode");
    }
  }

  private static void complete(Settings telegram, Settings global) {
    if (!telegram.hasAny("bot_token", "bot_token_file")
        && !global.hasAny("telegram_bot_token", "telegram_bot_token_file")) {
      telegram.reject("missing bot_token on telegram_config", "bot_token");
    }
  }
}
