package dev.firedrill.cli.report;

import dev.firedrill.alertmanager.scenario.ExpectedNotification;
import dev.firedrill.alertmanager.scenario.Scenario;
import dev.firedrill.cli.input.ScenarioRuns;
import dev.firedrill.diagnostic.FindingsJson;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SecretMasking;
import dev.firedrill.notify.Notification;
import dev.firedrill.notify.scenario.ScenarioOutcome;
import java.io.IOException;

/// How scenarios went, as JSON, with everything that was notified of and held back.
public record ScenariosJson(ScenarioRuns runs) implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    StringBuilder text = new StringBuilder();
    Json json = Json.indented(text);
    int failed = runs.failed();
    json.object().name("summary").object();
    json.name("passed").value(runs.outcomes().size() - failed);
    json.name("failed").value(failed);
    json.name("skipped").value(runs.skipped().size()).end();
    json.name("scenarios").array();
    scenarios(json);
    json.end().name("skipped").array();
    for (Scenario scenario : runs.skipped()) {
      json.object();
      named(json, scenario);
      json.name("reason").value(String.valueOf(scenario.unstable())).end();
    }
    json.end().name("findings");
    new FindingsJson(new SecretMasking()).findings(json, runs.diagnostics());
    json.end();
    out.append(text).append('\n');
  }

  /// Writes the items of a list of all that were played.
  void scenarios(Json json) {
    for (ScenarioOutcome outcome : runs.outcomes()) {
      scenario(json, outcome);
    }
  }

  private static void named(Json json, Scenario scenario) {
    Location place = scenario.location();
    json.name("path").value(place.file().path());
    json.name("line").value(place.start().line());
    json.name("name").value(scenario.name().value());
  }

  private static void scenario(Json json, ScenarioOutcome outcome) {
    json.object();
    named(json, outcome.scenario());
    json.name("passed").value(outcome.passed());
    json.name("missing").array();
    for (ExpectedNotification missing : outcome.missing()) {
      json.object().name("line").value(missing.location().start().line());
      long start = outcome.scenario().start().toEpochMilli();
      json.name("time").value(ClockText.rfc3339(start + missing.time()));
      json.name("receiver").value(missing.receiver()).end();
    }
    json.end().name("unexpected").array();
    for (Notification unexpected : outcome.unexpected()) {
      NotificationJson.notification(json, unexpected);
    }
    json.end();
    NotificationJson.log(json, outcome.log());
    json.end();
  }
}
