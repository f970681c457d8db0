package dev.firedrill.alertmanager.receiver;

import dev.firedrill.alertmanager.receiver.Field.Kind;
import java.util.List;

/// Amazon's notification service.
final class SnsReceiver {
  static final IntegrationType TYPE =
      IntegrationType.of(
              "sns",
              true,
              Field.template("api_url"),
              Field.object(
                  "sigv4",
                  "sigv4.plain",
                  List.of(
                      Field.text("region"),
                      Field.text("access_key"),
                      Field.secret("secret_key"),
                      Field.text("profile"),
                      Field.text("role_arn"),
                      Field.text("external_id"),
                      Field.flag("use_fips_sts_endpoint"),
                      Field.text("service_name")),
                  SnsReceiver::checkKeys),
              Field.template("topic_arn"),
              Field.template("phone_number"),
              Field.template("target_arn"),
              Field.defaulted("subject", "sns.default.subject"),
              Field.defaulted("message", "sns.default.message")
                  .limited(TextLimit.bareBytes(256 * 1024)),
              Field.of("attributes", Kind.TEXT_MAP).asTemplate(),
              HttpConfig.FIELD)
          .inOwnPackage()
          .demanding(SnsReceiver::check);

  private SnsReceiver() {}

  private static void checkKeys(Settings sigv4) {
    if (sigv4.has("access_key") != sigv4.has("secret_key")) {
      sigv4.reject(
          "must provide a AWS SigV4 Access key and Secret Key if credentials are specified in the"
              + " SNS config",
          "access_key");
    }
  }

  private static void check(Settings sns) {
    // As upstream has it, all three are as good as one.
    boolean odd = sns.has("target_arn") ^ sns.has("topic_arn") ^ sns.has("phone_number");
    if (!odd) {
      sns.reject(
          "must provide either a Target ARN, Topic ARN, or Phone Number for SNS config",
          "topic_arn");
    }
  }
}
