package dev.firedrill.cli.report;

import dev.firedrill.diagnostic.Json;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.incident.Incident;
import dev.firedrill.labels.GoFloat;
import dev.firedrill.promql.print.Printer;
import dev.firedrill.replay.sweep.IncidentScore;
import dev.firedrill.replay.sweep.Sweep;
import dev.firedrill.replay.sweep.SweepAdvice;
import dev.firedrill.replay.sweep.SweepAxis;
import dev.firedrill.replay.sweep.SweepRow;
import dev.firedrill.replay.sweep.ValueDistribution;
import dev.firedrill.rules.Rule.AlertingRule;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sweep as JSON: times in RFC 3339, durations in seconds.
///
/// @param beside what is to be known beside
public record SweepJson(Sweep sweep, Beside beside) implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    StringBuilder text = new StringBuilder();
    Json json = Json.indented(text);
    AlertingRule rule = sweep.plan().rule();
    Location place = rule.location();
    json.object().name("alertname").value(rule.name().value());
    json.name("path").value(place.file().path());
    json.name("line").value(place.start().line());
    json.name("start").value(ClockText.rfc3339(sweep.range().first()));
    json.name("end").value(ClockText.rfc3339(sweep.range().last()));
    json.name("data");
    ReplayJson.data(json, sweep.data(), sweep.range());
    beside.write(json);
    json.name("settings").array();
    for (SweepAxis axis : sweep.plan().axes()) {
      json.object().name("key").value(axis.key());
      json.name("current").value(axis.current());
      json.name("values").array();
      axis.values().forEach(json::value);
      json.end().end();
    }
    json.end();
    values(json);
    json.name("rows").array();
    @Nullable SweepAdvice advice = sweep.advice();
    for (SweepRow row : sweep.rows()) {
      row(json, row, advice);
    }
    json.end();
    if (advice != null) {
      json.name("incidents").value(sweep.incidents().size());
      json.name("incidents_outside").value(sweep.outside().size());
      json.name("incidents_unrecorded");
      if (sweep.data().gaps() == null) {
        json.nothing();
      } else {
        json.value(sweep.unrecorded().size());
      }
      json.name("recommendation").object().name("set");
      SweepRow chosen = advice.chosen();
      if (chosen == null) {
        json.nothing();
      } else {
        set(json, chosen);
      }
      json.name("reasons").array();
      new SweepWords(sweep, ZoneId.of("UTC")).advice().forEach(json::value);
      json.end().end();
    }
    json.end();
    out.append(text).append('\n');
  }

  private void values(Json json) {
    ValueDistribution values = sweep.suggested();
    if (values == null) {
      return;
    }
    json.name("values").object();
    json.name("expr").value(Printer.print(values.threshold().comparison().watched()));
    json.name("key").value(values.threshold().key());
    json.name("count").value(values.count());
    json.name("quantiles").array();
    for (ValueDistribution.Quantile quantile : values.quantiles()) {
      json.object().name("name").value(quantile.name());
      json.name("value").value(quantile.text()).end();
    }
    json.end().name("closest").array();
    for (ValueDistribution.Closest closest : values.closest()) {
      json.object().name("labels").object();
      closest.labels().forEach((name, value) -> json.name(name).value(value));
      json.end().name("time").value(ClockText.rfc3339(closest.time()));
      json.name("value").value(GoFloat.json(closest.value())).end();
    }
    json.end().end();
  }

  private void row(Json json, SweepRow row, @Nullable SweepAdvice advice) {
    json.object().name("set");
    set(json, row);
    if (sweep.suggested() != null) {
      json.name("quantiles").array();
      SweepTable.quantiles(sweep, row).forEach(json::value);
      json.end();
    }
    json.name("current").value(row.variant().current());
    json.name("firings").value(row.alert().firings());
    seconds(json, "firing_seconds", row.alert().firingMillis());
    json.name("flaps").value(row.alert().flaps());
    json.name("instances").value(row.instances());
    json.name("pages").value(row.calls());
    json.name("failures").value(row.failures().size());
    IncidentScore score = row.score();
    if (score != null && advice != null) {
      json.name("caught").value(score.caught());
      json.name("missed").value(score.missed().size());
      json.name("unrecorded").value(score.unrecorded().size());
      json.name("false_alarms").value(score.falseAlarms());
      seconds(json, "median_lead_seconds", score.medianLead());
      seconds(json, "least_lead_seconds", score.leastLead());
      seconds(json, "most_lead_seconds", score.mostLead());
      incidents(json, "missed_incidents", score.missed());
      incidents(json, "unrecorded_incidents", score.unrecorded());
      json.name("recommended").value(advice.recommends(row));
      json.name("pareto").value(advice.frontier().contains(row));
    }
    json.end();
  }

  private static void incidents(Json json, String name, List<Incident> incidents) {
    json.name(name).array();
    for (Incident incident : incidents) {
      json.object().name("name").value(incident.name());
      json.name("start").value(ClockText.rfc3339(incident.start()));
      json.name("line").value(incident.location().start().line()).end();
    }
    json.end();
  }

  private void set(Json json, SweepRow row) {
    json.object();
    List<SweepAxis> axes = sweep.plan().axes();
    for (int i = 0; i < axes.size(); i++) {
      json.name(axes.get(i).key()).value(row.variant().values().get(i));
    }
    json.end();
  }

  private static void seconds(Json json, String name, @Nullable Long millis) {
    json.name(name);
    if (millis == null) {
      json.nothing();
    } else if (millis % 1000 == 0) {
      json.value(millis / 1000);
    } else {
      json.value(millis / 1000.0);
    }
  }
}
