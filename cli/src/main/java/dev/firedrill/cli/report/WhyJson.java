package dev.firedrill.cli.report;

import dev.firedrill.alert.AlertState;
import dev.firedrill.cli.input.NotificationRun;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.print.Printer;
import dev.firedrill.replay.why.AlertExplanation;
import dev.firedrill.replay.why.Blamed;
import dev.firedrill.replay.why.ExplainedExpr;
import dev.firedrill.replay.why.InstanceStory;
import dev.firedrill.replay.why.PassedOver;
import dev.firedrill.replay.why.Turn;
import dev.firedrill.replay.why.Why;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.run.ActiveAlert;
import dev.firedrill.rules.run.RuleFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Why an alert did or did not fire at a time, as one JSON document.
///
/// @param run what came of it; null where nobody was asked whom it was told
/// @param beside what is to be known beside
public record WhyJson(Why.Answer answer, @Nullable NotificationRun run, Beside beside)
    implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    StringBuilder text = new StringBuilder();
    Json json = Json.indented(text);
    json.object().name("alertname").value(answer.question().alert());
    time(json, "time", answer.question().time());
    json.name("data").object();
    time(json, "start", answer.data().first());
    time(json, "end", answer.data().last());
    json.name("covers_time").value(answer.hasData()).end();
    FaultWords.write(json, beside.injected());
    beside.writeSkipped(json);
    json.name("alerts").array();
    answer.alerts().forEach(alert -> alert(json, alert));
    json.end();
    @Nullable NotificationRun told = run();
    if (told != null) {
      NotificationJson.log(json, told.log());
    }
    json.end();
    out.append(text).append('\n');
  }

  private void alert(Json json, AlertExplanation alert) {
    Rule.AlertingRule rule = alert.rule();
    json.object().name("group").value(alert.group().name().value());
    json.name("path").value(rule.location().file().path());
    json.name("line").value(rule.location().start().line());
    seconds(json, "for", rule.holdDuration());
    seconds(json, "keep_firing_for", rule.keepFiringFor());
    json.name("interval").value(alert.interval() / 1000.0);
    @Nullable Long evaluation = alert.evaluation();
    if (evaluation != null) {
      time(json, "evaluated", evaluation);
    }
    json.name("state").value(state(alert.instances()));
    json.name("failures").array();
    for (RuleFailure failure : alert.failures()) {
      json.value(failure.message());
    }
    json.end().name("because");
    because(json, alert.causes());
    json.name("instances").array();
    alert.instances().forEach(story -> instance(json, story));
    json.end().name("other_instances").value(alert.others());
    if (answer.question().labels().size() > 0) {
      passedOver(json.name("passed_over"), alert.passedOver());
    }
    @Nullable ExplainedExpr expr = alert.expr();
    if (expr != null) {
      WhyTreeJson.write(json.name("expression"), expr);
    }
    json.end();
  }

  private static void passedOver(Json json, PassedOver others) {
    json.object();
    FindingJson.labels(json, "written", others.written());
    json.name("active").value(others.active()).name("firing").value(others.firing());
    json.name("examples").array();
    for (Labels each : others.examples()) {
      json.object();
      each.forEach((name, value) -> json.name(name).value(value));
      json.end();
    }
    json.end().end();
  }

  private static String state(List<InstanceStory> instances) {
    boolean pending = false;
    for (InstanceStory story : instances) {
      String state = state(story);
      if (state.equals("firing")) {
        return state;
      }
      pending |= state.equals("pending");
    }
    return pending ? "pending" : "inactive";
  }

  private static String state(InstanceStory story) {
    @Nullable ActiveAlert now = story.now();
    return switch (now == null ? null : now.state()) {
      case AlertState.Firing _ -> "firing";
      case AlertState.Pending _ -> "pending";
      case AlertState.Resolved _ -> "inactive";
      case null -> "inactive";
    };
  }

  private static void instance(Json json, InstanceStory story) {
    json.object();
    FindingJson.labels(json, "labels", story.labels());
    json.name("state").value(state(story));
    @Nullable ActiveAlert now = story.now();
    if (now != null) {
      active(json, now);
    }
    InstanceStory.@Nullable Relabelled relabelled = story.relabelled();
    if (relabelled != null) {
      json.name("relabelled").object();
      time(json, "since", relabelled.since());
      json.name("times").value(relabelled.times());
      FindingJson.labels(json, "before", relabelled.before());
      json.end();
    }
    json.name("earlier_turns").value(story.earlier());
    json.name("turns").array();
    story.turns().forEach(turn -> turn(json, turn));
    json.end();
    @Nullable Turn next = story.next();
    if (next != null) {
      turn(json.name("next"), next);
    }
    json.end();
  }

  private static void active(Json json, ActiveAlert now) {
    json.name("value").value(GoFloat.json(now.value()));
    time(json, "active_at", now.state().activeAt());
    switch (now.state()) {
      case AlertState.Pending _ -> {}
      case AlertState.Resolved resolved -> time(json, "resolved_at", resolved.resolvedAt());
      case AlertState.Firing firing -> {
        time(json, "fired_at", firing.firedAt());
        @Nullable Long missing = firing.missingSince();
        if (missing != null) {
          time(json, "missing_since", missing);
        }
      }
    }
    json.name("annotations").object();
    now.annotations().forEach((name, value) -> json.name(name).value(value));
    json.end();
  }

  private static void turn(Json json, Turn turn) {
    json.object();
    time(json, "time", turn.time());
    json.name("kind").value(turn.kind().name().toLowerCase(Locale.ROOT));
    json.name("value").value(new ValueText(turn.value(), turn.histogram()).exact());
    @Nullable Long kept = turn.keptSince();
    if (kept != null) {
      time(json, "kept_since", kept);
    }
    @Nullable RuleFailure failure = turn.failure();
    if (failure != null) {
      json.name("failure").value(failure.message());
    }
    if (turn.isLoss()) {
      json.name("in_gap").value(turn.gap());
      because(json.name("because"), turn.causes());
      @Nullable Labels became = turn.became();
      if (became != null) {
        FindingJson.labels(json, "became", became);
      }
    }
    json.end();
  }

  private static void because(Json json, List<Blamed> causes) {
    json.array();
    for (Blamed blamed : causes) {
      json.object().name("expr").value(Printer.print(blamed.part().expr()));
      json.name("time").value(ClockText.rfc3339(blamed.part().time()));
      @Nullable Rule record = blamed.record();
      if (record != null) {
        json.name("record").value(record.name().value());
      }
      FindingJson.members(json, blamed.finding(), blamed.part().time());
      json.end();
    }
    json.end();
  }

  private static void seconds(Json json, String name, @Nullable Located<Duration> duration) {
    json.name(name).value(duration == null ? 0 : duration.value().toMillis() / 1000.0);
  }

  private static void time(Json json, String name, long millis) {
    json.name(name).value(ClockText.rfc3339(millis));
  }
}
