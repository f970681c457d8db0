package dev.firedrill.cli.report;

import dev.firedrill.alertmanager.Inhibition;
import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.alertmanager.RouteSettings;
import dev.firedrill.alertmanager.message.Message;
import dev.firedrill.alertmanager.message.MessageField;
import dev.firedrill.alertmanager.route.Condition;
import dev.firedrill.alertmanager.route.MatchedRoute;
import dev.firedrill.alertmanager.silence.Silence;
import dev.firedrill.cli.routing.Explanation;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Masking;
import dev.firedrill.labels.Labels;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where alerts go, as JSON: `{"alerts": [...]}`.
///
/// @param masking hides secrets in what would be sent
public record RouteJson(Iterable<Explanation> explanations, Masking masking) implements Report {
  private static final int CHUNK = 1 << 16;

  @Override
  public void write(Appendable out) throws IOException {
    StringBuilder text = new StringBuilder();
    Json json = Json.indented(text);
    json.object().name("alerts").array();
    for (Explanation explanation : explanations) {
      alert(json, explanation);
      if (text.length() > CHUNK) {
        out.append(text);
        text.setLength(0);
      }
    }
    json.end().end();
    out.append(text).append('\n');
  }

  private void alert(Json json, Explanation explanation) {
    json.object();
    labels(json.name("labels"), explanation.alert().labels());
    strings(json.name("receivers"), explanation.receivers());
    json.name("routes").array();
    for (int i = 0; i < explanation.matched().size(); i++) {
      MatchedRoute match = explanation.matched().get(i);
      route(json, match.route(), match.groupLabels(), match.groupKey());
      List<String> mutedBy =
          explanation.mutes().isEmpty() ? List.of() : explanation.mutes().get(i).names();
      strings(json.name("muted_by"), mutedBy);
      conditions(json, List.of());
      if (!explanation.messages().isEmpty()) {
        messages(json, explanation.messages().get(i));
      }
      json.end();
    }
    json.end().name("inhibited_by").array();
    for (Inhibition inhibition : explanation.inhibitions()) {
      json.object().name("line").value(inhibition.rule().location().start().line());
      labels(json.name("source"), inhibition.source());
      json.end();
    }
    json.end().name("silenced_by").array();
    for (Silence silence : explanation.silences()) {
      json.object().name("id").value(silence.id());
      strings(json.name("matchers"), silence.matchers().stream().map(Matcher::toString).toList());
      json.end();
    }
    json.end().end();
  }

  /// Opens an object and writes what a route says of an alert.
  ///
  /// @param groupKey null where it is not known
  static void route(Json json, Route route, Labels groupLabels, @Nullable String groupKey) {
    RouteSettings settings = route.settings();
    json.object().name("receiver").value(route.receiver());
    json.name("line").value(route.line());
    strings(
        json.name("matchers"),
        route.matchers().stream().map(Located::value).map(Matcher::toString).toList());
    strings(json.name("group_by"), RouteTitles.groupByNames(settings.groupBy().value()));
    labels(json.name("group_labels"), groupLabels);
    if (groupKey == null) {
      json.name("group_key").nothing();
    } else {
      json.name("group_key").value(groupKey);
    }
    json.name("group_wait").value(seconds(settings.groupWait().value()));
    json.name("group_interval").value(seconds(settings.groupInterval().value()));
    json.name("repeat_interval").value(seconds(settings.repeatInterval().value()));
    json.name("continue").value(route.continues());
  }

  static void conditions(Json json, List<Condition> conditions) {
    strings(json.name("conditions"), conditions.stream().map(Condition::toString).toList());
  }

  private void messages(Json json, List<Message> messages) {
    json.name("rendered").array();
    for (Message message : messages) {
      json.object().name("integration").value(message.integration());
      json.name("fields").object();
      for (MessageField field : message.fields()) {
        json.name(field.name()).value(masking.mask(field.text()));
      }
      json.end();
      SentMessages.truncated(json, message);
      json.end();
    }
    json.end();
  }

  static void labels(Json json, Labels labels) {
    json.object();
    for (int i = 0; i < labels.size(); i++) {
      json.name(labels.name(i)).value(labels.value(i));
    }
    json.end();
  }

  static void strings(Json json, List<String> values) {
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
