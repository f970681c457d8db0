package dev.firedrill.alertmanager.receiver;

import dev.firedrill.alertmanager.receiver.Field.Kind;

/// incident.io.
final class IncidentioReceiver {
  static final IntegrationType TYPE =
      IntegrationType.of(
              "incidentio",
              true,
              Field.url("url"),
              Field.text("url_file"),
              Field.secret("alert_source_token"),
              Field.text("alert_source_token_file"),
              Field.number("max_alerts"),
              Field.of("timeout", Kind.DURATION),
              Field.of("metadata", Kind.TEXT_MAP).asTemplate(),
              HttpConfig.FIELD)
          .demanding(IncidentioReceiver::check);

  private IncidentioReceiver() {}

  private static void check(Settings incidentio) {
    if (incidentio.oneOf("url", "url_file")
        || incidentio.atMostOne("alert_source_token", "alert_source_token_file")) {
      return;
    }
    incidentio.object("http_config").ifPresent(http -> check(incidentio, http));
  }

  // Upstream looks at authorization only where there is an http_config.
  private static void check(Settings incidentio, Settings http) {
    boolean token = incidentio.hasAny("alert_source_token", "alert_source_token_file");
    boolean authorization = http.has("authorization");
    if (token && authorization) {
      incidentio.reject(
          "cannot specify alert_source_token or alert_source_token_file when using"
              + " http_config.authorization",
          "alert_source_token");
    } else if (!token && !authorization) {
      incidentio.reject(
          "at least one of alert_source_token, alert_source_token_file or http_config.authorization"
              + " must be configured",
          "http_config");
    }
  }
}
