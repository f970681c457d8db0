package dev.firedrill.cli.report;

import dev.firedrill.cli.change.ChangedMessage;
import dev.firedrill.cli.change.PageCounts;
import dev.firedrill.cli.change.RulesDifference;
import dev.firedrill.cli.change.ToldAlert;
import dev.firedrill.cli.routing.RouteChange;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.labels.Labels;
import dev.firedrill.replay.ReplayReport;
import dev.firedrill.replay.compare.AlertWindow;
import dev.firedrill.replay.compare.BehaviourChange;
import dev.firedrill.replay.compare.MovedWindow;
import dev.firedrill.replay.compare.ReplayComparison;
import dev.firedrill.replay.compare.ReplayTotals;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.compare.Difference;
import dev.firedrill.rules.compare.GroupedRule;
import dev.firedrill.rules.compare.RuleChange;
import java.util.List;
import java.util.SortedMap;

/// What a change of rules comes to, as members of a JSON object: times in RFC 3339, durations in
/// seconds.
final class RulesDifferenceJson {
  private final Json json;
  private final RulesDifference difference;

  RulesDifferenceJson(Json json, RulesDifference difference) {
    this.json = json;
    this.difference = difference;
  }

  /// Writes the members `behaviour` and `receivers`.
  void behaviour() {
    json.name("behaviour").array();
    difference.behaviour().forEach(this::behaviour);
    json.end().name("receivers").array();
    difference.receivers().forEach(change -> RouteDiffJson.change(json, change));
    json.end();
  }

  /// Writes the other members: versions, data, totals, rules, routing, remarks.
  void details() {
    json.name("old").value(difference.before()).name("new").value(difference.after());
    ReplayComparison replay = difference.replay();
    json.name("data");
    if (replay == null) {
      json.nothing();
    } else {
      data(replay.ground());
      totals(replay);
    }
    json.name("rules").array();
    difference.rules().different().forEach(this::rule);
    json.end().name("unchanged").value(difference.rules().same());
    json.name("routing").array();
    for (RouteChange change : difference.routing()) {
      if (!change.kinds().contains("receivers")) {
        RouteDiffJson.change(json, change);
      }
    }
    json.end();
    json.name("told").array();
    for (ToldAlert told : difference.told()) {
      json.object().name("alertname").value(told.alert());
      json.name("before").value(told.before()).name("after").value(told.after());
      RouteJson.strings(json.name("held_back"), told.heldBack());
      json.end();
    }
    json.end();
    sent();
    json.name("failures").array();
    for (RulesDifference.Failing failing : difference.failing()) {
      json.object().name("name").value(failing.rule());
      json.name("message").value(failing.message());
      json.name("before").value(failing.before()).name("after").value(failing.after()).end();
    }
    json.end();
    RouteJson.strings(json.name("remarks"), difference.remarks());
  }

  private void sent() {
    json.name("sent").array();
    for (ChangedMessage message : difference.sent()) {
      json.object().name("alertname").value(message.alert());
      json.name("labels").object();
      message.labels().forEach((name, value) -> json.name(name).value(value));
      json.end().name("receiver").value(message.receiver());
      json.name("integration").value(message.integration());
      json.name("fields").array();
      for (ChangedMessage.Field field : message.fields()) {
        json.object().name("name").value(field.name());
        json.name("before").value(field.before()).name("after").value(field.after()).end();
      }
      json.end().end();
    }
    json.end();
  }

  private void data(ReplayReport report) {
    json.object().name("start").value(ClockText.rfc3339(report.range().first()));
    json.name("end").value(ClockText.rfc3339(report.range().last()));
    ReplayJson.members(json, report.data(), report.range());
    json.end();
  }

  private void totals(ReplayComparison replay) {
    PageCounts pages = difference.pages();
    json.name("totals").object().name("before");
    totals(replay.before());
    if (pages != null) {
      told(pages.before());
    }
    json.end().name("after");
    totals(replay.after());
    if (pages != null) {
      told(pages.after());
    }
    json.end().end();
  }

  private void totals(ReplayReport report) {
    ReplayTotals totals = ReplayTotals.of(report);
    json.object().name("alerts").value(totals.alerts()).name("fired").value(totals.fired());
    json.name("firings").value(totals.firings());
    seconds("firing_seconds", totals.firingMillis());
    json.name("flaps").value(totals.flaps());
  }

  private void told(SortedMap<String, Integer> counts) {
    json.name("told").object();
    counts.forEach((receiver, count) -> json.name(receiver).value(count));
    json.end();
  }

  private void rule(RuleChange change) {
    json.object();
    String word =
        switch (change) {
          case RuleChange.Added _ -> "added";
          case RuleChange.Removed _ -> "removed";
          case RuleChange.Kept kept -> kept.renamed() ? "renamed" : "changed";
        };
    json.name("change").value(word);
    name(json, change.latest());
    if (change instanceof RuleChange.Kept kept && kept.renamed()) {
      json.name("formerly").value(kept.before().name());
    }
    json.name("differences").array();
    for (Difference each : DifferenceWords.differences(change)) {
      json.object().name("aspect").value(each.aspect().word());
      json.name("name").value(each.name());
      json.name("before").value(DifferenceWords.mask(each.before()));
      json.name("after").value(DifferenceWords.mask(each.after())).end();
    }
    json.end().name("messages").array();
    for (BehaviourChange.Rewritten each :
        difference.messages().getOrDefault(change.latest().rule(), List.of())) {
      json.object();
      labels(each.labels());
      json.name("annotation").value(each.annotation());
      json.name("before").value(DifferenceWords.mask(each.before()));
      json.name("after").value(DifferenceWords.mask(each.after())).end();
    }
    json.end().end();
  }

  /// Writes which rule it is.
  static void name(Json json, GroupedRule rule) {
    json.name(rule.alerting() ? "alertname" : "record").value(rule.name());
    place(json, rule.rule());
  }

  private static void place(Json json, Rule rule) {
    Location place = rule.location();
    json.name("path").value(place.file().path()).name("line").value(place.start().line());
  }

  /// Writes how one alert fires otherwise.
  void behaviour(BehaviourChange change) {
    json.object().name("alertname").value(change.name());
    if (change.before() != null && change.after() != null) {
      String former = change.before().rule().name().value();
      if (!former.equals(change.name())) {
        json.name("formerly").value(former);
      }
    }
    place(json, change.latest().rule());
    windows("added", change.added());
    windows("removed", change.removed());
    json.name("moved").array();
    change.moved().forEach(this::moved);
    json.end().name("relabelled").array();
    for (BehaviourChange.Relabelled pair : change.relabelled()) {
      json.object();
      RouteJson.labels(json.name("before"), pair.before());
      RouteJson.labels(json.name("after"), pair.after());
      json.end();
    }
    json.end().name("kept").value(change.kept()).end();
  }

  private void windows(String name, List<AlertWindow> windows) {
    json.name(name).array();
    for (AlertWindow window : windows) {
      json.object();
      labels(window.labels());
      times(window);
      json.end();
    }
    json.end();
  }

  private void moved(MovedWindow moved) {
    json.object();
    labels(moved.after().labels());
    json.name("before").object();
    times(moved.before());
    json.end().name("after").object();
    times(moved.after());
    json.end();
    seconds("start_shift", moved.startShift());
    seconds("end_shift", moved.endShift());
    json.end();
  }

  private void labels(Labels labels) {
    RouteJson.labels(json.name("labels"), labels);
  }

  private void times(AlertWindow window) {
    json.name("start").value(ClockText.rfc3339(window.interval().start()));
    json.name("end").value(ClockText.rfc3339(window.interval().end()));
    json.name("open").value(window.interval().open());
  }

  private void seconds(String name, long millis) {
    json.name(name);
    if (millis % 1000 == 0) {
      json.value(millis / 1000);
    } else {
      json.value(millis / 1000.0);
    }
  }
}
