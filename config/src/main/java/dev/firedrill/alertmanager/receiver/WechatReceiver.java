package dev.firedrill.alertmanager.receiver;

import dev.firedrill.labels.GoQuote;

/// WeChat.
final class WechatReceiver {
  static final IntegrationType TYPE =
      IntegrationType.of(
              "wechat",
              false,
              Field.secret("api_secret"),
              Field.text("api_secret_file"),
              Field.text("corp_id"),
              Field.url("api_url"),
              Field.defaulted("message", "wechat.default.message"),
              Field.text("message_type"),
              Field.defaulted("to_user", "wechat.default.to_user"),
              Field.defaulted("to_party", "wechat.default.to_party"),
              Field.defaulted("to_tag", "wechat.default.to_tag"),
              Field.defaulted("agent_id", "wechat.default.agent_id"),
              HttpConfig.FIELD)
          .maybeNothing()
          .demanding(WechatReceiver::check)
          .completing(WechatReceiver::complete);

  private WechatReceiver() {}

  private static void check(Settings wechat) {
    String type = wechat.text("message_type");
    if (!type.isEmpty() && !type.equals("text") && !type.equals("markdown")) {
      wechat.reject(
          "weChat message type "
              + GoQuote.quote(type)
              + " does not match valid options ^(text|markdown)$",
          "message_type");
    } else {
      wechat.atMostOne("api_secret", "api_secret_file");
    }
  }

  private static void complete(Settings wechat, Settings global) {
    if (!wechat.hasAny("api_secret", "api_secret_file")
        && !global.hasAny("wechat_api_secret", "wechat_api_secret_file")) {
      wechat.reject("no global Wechat Api Secret set either inline or in a file", "api_secret");
    } else if (!wechat.has("corp_id") && !global.has("wechat_api_corp_id")) {
      wechat.reject("no global Wechat CorpID set", "corp_id");
    }
  }
}
