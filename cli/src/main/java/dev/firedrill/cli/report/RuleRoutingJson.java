package dev.firedrill.cli.report;

import dev.firedrill.alertmanager.GroupBy;
import dev.firedrill.alertmanager.route.KnownLabels;
import dev.firedrill.alertmanager.route.LabelKnowledge;
import dev.firedrill.alertmanager.route.MatchedRoute;
import dev.firedrill.alertmanager.route.PossibleRoute;
import dev.firedrill.cli.routing.RuleRouting;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.labels.Labels;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the alerts of rules go, as JSON in the form of [RouteJson], with what must hold for labels
/// that are not known.
public record RuleRoutingJson(List<RuleRouting> routings) implements Report {
  public RuleRoutingJson {
    routings = List.copyOf(routings);
  }

  @Override
  public void write(Appendable out) throws IOException {
    StringBuilder text = new StringBuilder();
    Json json = Json.indented(text);
    json.object().name("alerts").array();
    for (RuleRouting routing : routings) {
      alert(json, routing);
    }
    json.end().end();
    out.append(text).append('\n');
  }

  private static void alert(Json json, RuleRouting routing) {
    json.object().name("alertname").value(routing.rule().name().value());
    json.name("path").value(routing.rule().location().file().path());
    json.name("line").value(routing.rule().location().start().line());
    if (!routing.sent()) {
      json.name("sent").value(false);
    }
    RouteJson.labels(json.name("labels"), routing.labels().values());
    known(json, routing.labels());
    RouteJson.strings(json.name("receivers"), routing.walk().receivers());
    json.name("routes").array();
    for (PossibleRoute match : routing.walk().matched()) {
      Optional<Labels> group = group(match);
      String key =
          group
              .map(labels -> new MatchedRoute(match.route(), match.path(), labels).groupKey())
              .orElse(null);
      RouteJson.route(json, match.route(), group.orElseGet(() -> knownGroup(match)), key);
      RouteJson.strings(json.name("muted_by"), List.of());
      RouteJson.conditions(json, match.conditions());
      json.end();
    }
    json.end().name("inhibited_by").array().end();
    json.name("silenced_by").array().end();
    RouteJson.strings(json.name("warnings"), routing.warnings());
    json.end();
  }

  /// Labels of which more than nothing is known: the values they can have, or none for any.
  private static void known(Json json, KnownLabels labels) {
    json.name("possible").object();
    for (Map.Entry<String, LabelKnowledge> label : labels.named().entrySet()) {
      LabelKnowledge known = label.getValue();
      if (known instanceof LabelKnowledge.OneOf(List<String> values) && values.size() > 1) {
        RouteJson.strings(json.name(label.getKey()), values);
      } else if (known instanceof LabelKnowledge.Unknown) {
        RouteJson.strings(json.name(label.getKey()), List.of());
      }
    }
    json.end().name("open").value(labels.open());
  }

  private static Optional<Labels> group(PossibleRoute match) {
    GroupBy groupBy = match.route().settings().groupBy().value();
    if (groupBy.all()) {
      boolean all =
          !match.labels().open()
              && match.labels().named().values().stream().allMatch(k -> k.value().isPresent());
      return all ? Optional.of(match.labels().values()) : Optional.empty();
    }
    boolean all =
        groupBy.labels().stream().allMatch(name -> match.labels().of(name).value().isPresent());
    return all ? Optional.of(knownGroup(match)) : Optional.empty();
  }

  private static Labels knownGroup(PossibleRoute match) {
    return match.route().settings().groupBy().value().groupLabels(match.labels().values());
  }
}
