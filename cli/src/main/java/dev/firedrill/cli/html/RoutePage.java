package dev.firedrill.cli.html;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.GroupBy;
import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.cli.report.Report;
import dev.firedrill.cli.report.RouteOutline;
import dev.firedrill.cli.report.RouteTitles;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.diagnostic.Located;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The routing tree as a page: it folds, and a box takes labels and shows their way. Matching is
/// done by the page, as Alertmanager does it.
public record RoutePage(AlertmanagerConfig config) implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    StringBuilder data = new StringBuilder();
    Json json = Json.compact(data);
    json.object().name("path").value(config.source().path());
    json.name("route");
    route(json, config.route());
    json.end();
    // Within a script nothing may look like the end of it.
    String embedded = data.toString().replace("<", "\\u003c");
    out.append(
        resource().replace("@title@", escaped(config.source().path())).replace("@data@", embedded));
  }

  private void route(Json json, Route route) {
    json.object().name("line").value(route.line());
    json.name("receiver").value(route.receiver());
    json.name("to").value(RouteOutline.integrations(config, route.receiver()));
    json.name("continue").value(route.continues());
    json.name("own").array();
    RouteOutline.own(route).forEach(json::value);
    json.end().name("matchers").array();
    for (Located<Matcher> matcher : route.matchers()) {
      matcher(json, matcher.value());
    }
    json.end().name("group_by");
    GroupBy groupBy = route.settings().groupBy().value();
    json.array();
    RouteTitles.groupByNames(groupBy).forEach(json::value);
    json.end();
    json.name("timing").value(timing(route));
    json.name("routes").array();
    route.routes().forEach(child -> route(json, child));
    json.end().end();
  }

  private static void matcher(Json json, Matcher matcher) {
    json.object().name("text").value(matcher.toString());
    json.name("name").value(matcher.name());
    json.name("op").value(matcher.operator().symbol());
    json.name("value").value(matcher.value());
    if (matcher.operator().isRegex()) {
      Optional<String> regex = EcmaRegex.anchored(matcher.value());
      if (regex.isPresent()) {
        json.name("re").value(regex.get());
      } else {
        json.name("re").nothing();
      }
    }
    json.end();
  }

  private static String timing(Route route) {
    return String.join(
        ", ",
        List.of(
            "wait " + RouteTitles.duration(route.settings().groupWait().value()),
            "interval " + RouteTitles.duration(route.settings().groupInterval().value()),
            "repeat " + RouteTitles.duration(route.settings().repeatInterval().value())));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String resource() throws IOException {
    try (InputStream in = RoutePage.class.getResourceAsStream("routes.html")) {
      if (in == null) {
        throw new IllegalStateException("no routes.html");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
