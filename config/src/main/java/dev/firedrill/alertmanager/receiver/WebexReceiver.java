package dev.firedrill.alertmanager.receiver;

/// Webex Teams.
final class WebexReceiver {
  static final IntegrationType TYPE =
      IntegrationType.of(
              "webex",
              true,
              Field.url("api_url"),
              Field.template("room_id").asRequired(),
              Field.defaulted("message", "webex.default.message").limited(TextLimit.bytes(7439)),
              HttpConfig.FIELD)
          .demanding(WebexReceiver::check);

  private WebexReceiver() {}

  private static void check(Settings webex) {
    if (!webex.has("room_id")) {
      webex.reject("missing room_id on webex_config", "room_id");
      return;
    }
    boolean authorized =
        webex.object("http_config").filter(http -> http.has("authorization")).isPresent();
    if (!authorized) {
      webex.reject("missing webex_configs.http_config.authorization", "http_config");
    }
  }
}
