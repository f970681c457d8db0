package dev.firedrill.alertmanager.receiver;

/// Pushover.
final class PushoverReceiver {
  static final IntegrationType TYPE =
      IntegrationType.of(
              "pushover",
              true,
              Field.secret("user_key").asTemplate(),
              Field.text("user_key_file"),
              Field.secret("token").asTemplate(),
              Field.text("token_file"),
              Field.defaulted("title", "pushover.default.title").limited(TextLimit.runes(250)),
              Field.defaulted("message", "pushover.default.message").limited(TextLimit.runes(1024)),
              Field.defaulted("url", "pushover.default.url").limited(TextLimit.runes(512)),
              Field.template("url_title"),
              Field.template("device"),
              Field.template("sound"),
              Field.template("priority", "{{ if eq .Status \"firing\" }}2{{ else }}0{{ end }}"),
              Field.text("retry"),
              Field.text("expire"),
              Field.text("ttl"),
              Field.flag("html"),
              Field.flag("monospace"),
              HttpConfig.FIELD)
          .inOwnPackage()
          .demanding(PushoverReceiver::check);

  private PushoverReceiver() {}

  private static void check(Settings pushover) {
    boolean rejected =
        pushover.oneOf("user_key", "user_key_file") || pushover.oneOf("token", "token_file");
    if (!rejected && pushover.isTrue("html") && pushover.isTrue("monospace")) {
      pushover.reject("at most one of monospace & html must be configured", "monospace");
    }
  }
}
