package dev.firedrill.cli.report;

import dev.firedrill.alertmanager.GroupBy;
import dev.firedrill.alertmanager.Inhibition;
import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.alertmanager.RouteSettings;
import dev.firedrill.alertmanager.route.MatchedRoute;
import dev.firedrill.alertmanager.route.RouteWalk;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.labels.Labels;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// An alert's way through the routing tree as JSON: `{"alerts": [...]}`.
///
/// @param mutes what the time intervals come to; empty where no time was given
public record RouteJson(RouteWalk walk, Optional<MutesAt> mutes, List<Inhibition> inhibitions)
    implements Report {
  public RouteJson {
    inhibitions = List.copyOf(inhibitions);
  }

  @Override
  public void write(Appendable out) throws IOException {
    StringBuilder text = new StringBuilder();
    Json json = Json.indented(text);
    json.object().name("alerts").array().object();
    labels(json.name("labels"), walk.labels());
    strings(json.name("receivers"), walk.receivers());
    json.name("routes").array();
    for (int i = 0; i < walk.matched().size(); i++) {
      int index = i;
      route(
          json,
          walk.matched().get(i),
          mutes.map(at -> at.mutes().get(index).names()).orElse(List.of()));
    }
    json.end().name("inhibited_by").array();
    for (Inhibition inhibition : inhibitions) {
      json.object().name("line").value(inhibition.rule().location().start().line());
      labels(json.name("source"), inhibition.source());
      json.end();
    }
    json.end().name("silenced_by").array().end();
    json.end().end().end();
    out.append(text).append('\n');
  }

  private static void route(Json json, MatchedRoute match, List<String> mutedBy) {
    Route route = match.route();
    RouteSettings settings = route.settings();
    json.object().name("receiver").value(route.receiver());
    json.name("line").value(route.line());
    strings(
        json.name("matchers"),
        route.matchers().stream().map(Located::value).map(Matcher::toString).toList());
    GroupBy groupBy = settings.groupBy().value();
    strings(json.name("group_by"), groupBy.all() ? List.of("...") : groupBy.labels());
    labels(json.name("group_labels"), match.groupLabels());
    json.name("group_key").value(match.groupKey());
    json.name("group_wait").value(seconds(settings.groupWait().value()));
    json.name("group_interval").value(seconds(settings.groupInterval().value()));
    json.name("repeat_interval").value(seconds(settings.repeatInterval().value()));
    json.name("continue").value(route.continues());
    strings(json.name("muted_by"), mutedBy);
    json.name("conditions").array().end();
    json.end();
  }

  private static void labels(Json json, Labels labels) {
    json.object();
    for (int i = 0; i < labels.size(); i++) {
      json.name(labels.name(i)).value(labels.value(i));
    }
    json.end();
  }

  private static void strings(Json json, List<String> values) {
    json.array();
    for (String value : values) {
      json.value(value);
    }
    json.end();
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
