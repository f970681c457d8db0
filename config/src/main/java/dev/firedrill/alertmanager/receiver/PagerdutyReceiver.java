package dev.firedrill.alertmanager.receiver;

import dev.firedrill.alertmanager.receiver.Field.Kind;
import java.util.List;
import java.util.stream.Stream;

/// PagerDuty.
final class PagerdutyReceiver {
  static final IntegrationType TYPE =
      IntegrationType.of(
              "pagerduty",
              true,
              Field.secret("service_key").asTemplate(),
              Field.text("service_key_file"),
              Field.secret("routing_key").asTemplate(),
              Field.text("routing_key_file"),
              Field.url("url"),
              Field.defaulted("client", "pagerduty.default.client"),
              Field.defaulted("client_url", "pagerduty.default.clientURL"),
              Field.defaulted("description", "pagerduty.default.description")
                  .limited(TextLimit.runes(1024)),
              Field.of("details", Kind.ANY)
                  .asTemplate()
                  .withPresets(
                      "firing", "{{ .Alerts.Firing | toJson }}",
                      "resolved", "{{ .Alerts.Resolved | toJson }}",
                      "num_firing", "{{ .Alerts.Firing | len }}",
                      "num_resolved", "{{ .Alerts.Resolved | len }}"),
              Field.objects("images", "pagerduty.plain", texts("href", "src", "alt"), Rules.NONE),
              Field.objects("links", "pagerduty.plain", texts("href", "text"), Rules.NONE),
              Field.template("source"),
              Field.template("severity", "error"),
              Field.template("class"),
              Field.template("component"),
              Field.template("group"),
              Field.of("timeout", Kind.DURATION),
              HttpConfig.FIELD)
          .inOwnPackage()
          .demanding(PagerdutyReceiver::check);

  private PagerdutyReceiver() {}

  private static List<Field> texts(String... names) {
    return Stream.of(names).map(Field::template).toList();
  }

  private static void check(Settings pagerduty) {
    if (!pagerduty.hasAny("routing_key", "service_key", "routing_key_file", "service_key_file")) {
      pagerduty.reject("missing service or routing key in PagerDuty config", "routing_key");
    } else if (!pagerduty.atMostOne("service_key", "service_key_file")) {
      pagerduty.atMostOne("routing_key", "routing_key_file");
    }
  }
}
