package dev.firedrill.cli.report;

import dev.firedrill.cli.routing.RouteChange;
import dev.firedrill.cli.routing.RouteDiff;
import dev.firedrill.cli.routing.RouteOutcome;
import dev.firedrill.diagnostic.Json;
import java.io.IOException;
import java.util.List;

/// Alerts that two versions of a configuration treat differently, as JSON.
public record RouteDiffJson(RouteDiff diff) implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    StringBuilder text = new StringBuilder();
    Json json = Json.indented(text);
    json.object().name("summary").object();
    json.name("alerts").value(diff.alerts());
    json.name("changed").value(diff.changes().stream().map(RouteChange::rule).distinct().count());
    json.end().name("alerts").array();
    diff.changes().forEach(change -> change(json, change));
    json.end().end();
    out.append(text).append('\n');
  }

  static void change(Json json, RouteChange change) {
    json.object().name("alertname").value(change.rule().name().value());
    json.name("path").value(change.rule().location().file().path());
    json.name("line").value(change.rule().location().start().line());
    RouteJson.labels(json.name("labels"), change.labels());
    RouteJson.strings(json.name("conditions"), change.conditions());
    RouteJson.strings(json.name("changed"), change.kinds());
    RouteJson.strings(json.name("before"), RouteChange.receivers(change.before()));
    RouteJson.strings(json.name("after"), RouteChange.receivers(change.after()));
    outcomes(json.name("routes_before"), change.before());
    outcomes(json.name("routes_after"), change.after());
    json.end();
  }

  private static void outcomes(Json json, List<RouteOutcome> outcomes) {
    json.array();
    for (RouteOutcome outcome : outcomes) {
      json.object().name("receiver").value(outcome.receiver());
      RouteJson.strings(json.name("group_by"), outcome.groupBy());
      json.name("group_wait").value(outcome.groupWait().toMillis() / 1000.0);
      json.name("group_interval").value(outcome.groupInterval().toMillis() / 1000.0);
      json.name("repeat_interval").value(outcome.repeatInterval().toMillis() / 1000.0);
      RouteJson.strings(json.name("mute_time_intervals"), outcome.muteTimeIntervals());
      RouteJson.strings(json.name("active_time_intervals"), outcome.activeTimeIntervals());
      json.end();
    }
    json.end();
  }
}
