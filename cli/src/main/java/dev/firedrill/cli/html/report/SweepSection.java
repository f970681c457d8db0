package dev.firedrill.cli.html.report;

import dev.firedrill.cli.report.SweepTable;
import dev.firedrill.cli.report.SweepValues;
import dev.firedrill.cli.report.SweepWords;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.incident.Incident;
import dev.firedrill.replay.sweep.Sweep;
import dev.firedrill.replay.sweep.SweepAdvice;
import dev.firedrill.replay.sweep.SweepRow;
import dev.firedrill.replay.sweep.ValueDistribution;
import dev.firedrill.rules.Rule.AlertingRule;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// What other settings of an alert would have done, and which to choose.
record SweepSection(Sweep sweep, ZoneId zone) implements ReportSection {
  @Override
  public String name() {
    return "sweep";
  }

  @Override
  public void write(ReportData data) {
    AlertingRule rule = sweep.plan().rule();
    Location place = rule.location();
    SweepWords words = new SweepWords(sweep, zone);
    Json json = data.json().object().name("alert");
    data.text(rule.name().value());
    json.name("path");
    data.text(place.file().path());
    json.name("line").value(place.start().line());
    json.name("expr");
    data.text(rule.expr().source().text().strip());
    json.name("settings").value(sweep.plan().axes().size());
    json.name("now");
    data.text(words.now());
    json.name("head").array();
    SweepTable.head(sweep).forEach(data::text);
    json.end().name("rows").array();
    @Nullable SweepAdvice advice = sweep.advice();
    for (SweepRow row : sweep.rows()) {
      json.object().name("name");
      data.text(words.brief(row));
      json.name("current").value(row.variant().current());
      json.name("chosen").value(advice != null && advice.recommends(row));
      json.name("cells").array();
      SweepTable.cells(sweep, row).forEach(data::text);
      json.end().end();
    }
    json.end().name("legend").array();
    words.legend().forEach(data::text);
    words.leftOut().forEach(data::text);
    json.end().name("advice").array();
    words.advice().forEach(data::text);
    json.end().name("incidents").array();
    for (Incident incident : sweep.incidents()) {
      json.array();
      data.time(incident.start()).time(incident.end()).text(incident.name());
      data.text(incident.labels().size() == 0 ? "" : incident.labels().toString());
      json.end();
    }
    json.end();
    values(data);
    json.end();
  }

  @Override
  public void tell(PlainTables tables) {
    tables.table(
        "Settings of " + sweep.plan().rule().name().value(),
        SweepTable.head(sweep),
        sweep.rows().stream().map(row -> SweepTable.cells(sweep, row)));
    new SweepWords(sweep, zone).advice().forEach(tables::sentence);
  }

  private void values(ReportData data) {
    @Nullable ValueDistribution distribution = sweep.suggested();
    if (distribution == null) {
      return;
    }
    SweepValues values = new SweepValues(distribution, zone);
    Json json = data.json().name("values").object().name("summary");
    data.text(values.summary());
    json.name("more").value(values.more());
    json.name("closest").array();
    for (ValueDistribution.Closest closest : values.closest()) {
      json.array();
      data.text(SweepValues.value(closest)).time(closest.time());
      data.text(SweepValues.series(closest));
      json.end();
    }
    json.end().end();
  }
}
