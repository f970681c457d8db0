package dev.firedrill.cli.html.report;

import dev.firedrill.alert.AlertInterval;
import dev.firedrill.alert.AlertTimeline;
import dev.firedrill.cli.html.chart.AlertCharts;
import dev.firedrill.cli.report.ValueText;
import dev.firedrill.cli.routing.AlertRouting;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.engine.Engine;
import dev.firedrill.replay.AlertReplay;
import dev.firedrill.replay.ReplayReport;
import dev.firedrill.rules.LabelText;
import dev.firedrill.rules.Rule;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The alerts of a replay, with what each of their instances did.
///
/// @param routing who would be told of which alert
/// @param engine evaluates what they watch
record AlertsSection(ReplayReport replay, AlertRouting routing, Engine engine)
    implements ReportSection {
  // Points of all charts of a page together, about ten bytes each, and what each chart has at least
  // and at most: all values of some days, so that they are there for who looks closer.
  private static final int POINTS = 160_000;
  private static final int LEAST_POINTS = 300;
  private static final int MOST_POINTS = 20_000;

  private static final int FIRING = 1;
  private static final int OPEN = 2;
  private static final int IN_GAP = 4;

  @Override
  public String name() {
    return "alerts";
  }

  @Override
  public void write(ReportData data) {
    int share = Math.clamp(POINTS / Math.max(1, replay.alerts().size()), LEAST_POINTS, MOST_POINTS);
    AlertCharts charts = new AlertCharts(engine, replay.source(), share);
    Json json = data.json().object().name("facets").array();
    Facets.of(replay.alerts()).forEach(data::text);
    json.end().name("list").array();
    for (AlertReplay alert : replay.alerts()) {
      alert(data, alert, charts);
    }
    json.end().end();
  }

  private void alert(ReportData data, AlertReplay alert, AlertCharts charts) {
    Rule.AlertingRule rule = alert.rule();
    Location place = rule.location();
    Json json = data.json().object().name("name");
    data.text(rule.name().value());
    json.name("group");
    data.text(alert.group().name().value());
    json.name("path");
    data.text(place.file().path());
    json.name("line").value(place.start().line());
    json.name("expr");
    data.text(rule.expr().source().text().strip());
    json.name("for").value(millis(rule.holdDuration()));
    json.name("keep").value(millis(rule.keepFiringFor()));
    json.name("step").value(alert.step());
    json.name("labels").array();
    for (LabelText label : rule.labels()) {
      data.text(label.name().value()).text(label.value().text());
    }
    json.end();
    json.name("firings").value(alert.firings());
    json.name("firing").value(alert.firingMillis());
    json.name("flaps").value(alert.flaps());
    json.name("charts");
    ChartData.write(data, charts.of(alert), alert.offset());
    json.name("instances").array();
    for (AlertTimeline instance : alert.instances()) {
      instance(data, alert, instance);
    }
    json.end().end();
  }

  private void instance(ReportData data, AlertReplay alert, AlertTimeline instance) {
    Json json = data.json().object().name("labels");
    data.labels(instance.labels());
    json.name("annotations");
    data.strings(instance.annotations());
    List<String> receivers = routing.receivers(instance.labels());
    if (!receivers.isEmpty()) {
      json.name("receivers").array();
      receivers.forEach(data::text);
      json.end();
    }
    json.name("intervals").array();
    for (AlertInterval interval : instance.intervals()) {
      json.value(flags(alert, interval));
      data.time(interval.start());
      json.value(interval.length());
      data.value(new ValueText(interval.value(), interval.histogram()));
      data.value(new ValueText(interval.peak(), interval.peakHistogram()));
    }
    json.end().end();
  }

  private long flags(AlertReplay alert, AlertInterval interval) {
    boolean inGap = !interval.open() && replay.data().isInGap(alert.lostAt(interval));
    return (interval.phase() == AlertInterval.Phase.FIRING ? FIRING : 0)
        | (interval.open() ? OPEN : 0)
        | (inGap ? IN_GAP : 0);
  }

  private static long millis(@Nullable Located<Duration> duration) {
    return duration == null ? 0 : duration.value().toMillis();
  }
}
