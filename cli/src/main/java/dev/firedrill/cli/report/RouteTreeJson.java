package dev.firedrill.cli.report;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.InhibitRule;
import dev.firedrill.alertmanager.Integration;
import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.alertmanager.Receiver;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.alertmanager.RouteSettings;
import dev.firedrill.alertmanager.TimeInterval;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.diagnostic.Located;
import java.io.IOException;
import java.util.List;

/// The routing tree as JSON, with inheritance filled in: `{"path", "route": {..., "routes": []},
/// "receivers", "inhibit_rules", "time_intervals"}`.
public record RouteTreeJson(AlertmanagerConfig config) implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    StringBuilder text = new StringBuilder();
    Json json = Json.indented(text);
    json.object().name("path").value(config.source().path());
    json.name("route");
    route(json, config.route());
    json.name("receivers").array();
    for (Receiver receiver : config.receivers()) {
      json.object().name("name").value(receiver.name().value());
      json.name("line").value(receiver.location().start().line());
      RouteJson.strings(
          json.name("integrations"),
          receiver.integrations().stream().map(Integration::kind).toList());
      json.end();
    }
    json.end().name("inhibit_rules").array();
    config.inhibitRules().forEach(rule -> inhibitRule(json, rule));
    json.end().name("time_intervals").array();
    for (TimeInterval interval : config.timeIntervals()) {
      json.object().name("name").value(interval.name().value());
      json.name("line").value(interval.location().start().line()).end();
    }
    json.end().end();
    out.append(text).append('\n');
  }

  private static void route(Json json, Route route) {
    RouteSettings settings = route.settings();
    json.object().name("receiver").value(route.receiver());
    json.name("line").value(route.line());
    RouteJson.strings(json.name("matchers"), matchers(route.matchers()));
    RouteJson.strings(json.name("group_by"), RouteTitles.groupByNames(settings.groupBy().value()));
    json.name("group_wait").value(settings.groupWait().value().toMillis() / 1000.0);
    json.name("group_interval").value(settings.groupInterval().value().toMillis() / 1000.0);
    json.name("repeat_interval").value(settings.repeatInterval().value().toMillis() / 1000.0);
    json.name("continue").value(route.continues());
    RouteJson.strings(json.name("mute_time_intervals"), names(route.muteTimeIntervals()));
    RouteJson.strings(json.name("active_time_intervals"), names(route.activeTimeIntervals()));
    json.name("routes").array();
    route.routes().forEach(child -> route(json, child));
    json.end().end();
  }

  private static void inhibitRule(Json json, InhibitRule rule) {
    json.object().name("line").value(rule.location().start().line());
    Located<String> name = rule.name();
    if (name != null) {
      json.name("name").value(name.value());
    }
    RouteJson.strings(json.name("source_matchers"), matchers(rule.source()));
    RouteJson.strings(json.name("target_matchers"), matchers(rule.target()));
    RouteJson.strings(json.name("equal"), names(rule.equal()));
    json.end();
  }

  private static List<String> matchers(List<Located<Matcher>> matchers) {
    return matchers.stream().map(Located::value).map(Matcher::toString).toList();
  }

  private static List<String> names(List<Located<String>> names) {
    return names.stream().map(Located::value).toList();
  }
}
