package dev.firedrill.cli.html.report;

import dev.firedrill.alert.AlertInterval;
import dev.firedrill.alert.AlertTimeline;
import dev.firedrill.cli.html.chart.AlertChart;
import dev.firedrill.cli.html.chart.AlertCharts;
import dev.firedrill.cli.report.ClockText;
import dev.firedrill.cli.report.ValueText;
import dev.firedrill.cli.routing.AlertRouting;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.engine.Engine;
import dev.firedrill.labels.Labels;
import dev.firedrill.replay.AlertReplay;
import dev.firedrill.replay.ReplayReport;
import dev.firedrill.rules.LabelText;
import dev.firedrill.rules.Rule;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The alerts of a replay, with what each of their instances did.
///
/// @param routing who would be told of which alert
/// @param engine evaluates what they watch
record AlertsSection(ReplayReport replay, AlertRouting routing, Engine engine)
    implements ReportSection {
  // Points of all charts of a page together, about eight bytes each, and what an alert has at
  // least.
  private static final int POINTS = 600_000;
  private static final int LEAST_POINTS = 600;

  // People look closer at what fired.
  private static final int WEIGHT_FIRED = 4;

  private static final int FIRING = 1;
  private static final int OPEN = 2;
  private static final int IN_GAP = 4;

  @Override
  public String name() {
    return "alerts";
  }

  @Override
  public void write(ReportData data) {
    AlertCharts charts = new AlertCharts(engine, replay.source());
    Json json = data.json().object().name("facets").array();
    Facets.of(replay.alerts()).forEach(data::text);
    json.end().name("list").array();
    int weights = replay.alerts().stream().mapToInt(AlertsSection::weight).sum();
    int left = POINTS;
    for (AlertReplay alert : replay.alerts()) {
      // What alerts leave that need few points is for those behind them.
      int share = (int) ((long) left * weight(alert) / weights);
      List<AlertChart> own = charts.of(alert, Math.max(LEAST_POINTS, share));
      alert(data, alert, own);
      left = Math.max(0, left - own.stream().mapToInt(AlertChart::size).sum());
      weights -= weight(alert);
    }
    json.end().end();
  }

  @Override
  public void tell(PlainTables tables) {
    tables.table(
        "Alerts",
        List.of("Alert", "Expression", "Firings", "Time firing"),
        replay.alerts().stream()
            .map(
                alert ->
                    List.of(
                        alert.rule().name().value(),
                        alert.rule().expr().source().text().strip(),
                        String.valueOf(alert.firings()),
                        ClockText.duration(alert.firingMillis()))));
    tables.table(
        "Intervals",
        List.of("Alert", "Labels", "State", "Start", "End", "Value at start", "Peak"),
        replay.alerts().stream()
            .flatMap(
                alert -> alert.instances().stream().flatMap(each -> rows(tables, alert, each))));
  }

  private static Stream<List<String>> rows(
      PlainTables tables, AlertReplay alert, AlertTimeline instance) {
    return instance.intervals().stream().map(each -> row(tables, alert, instance, each));
  }

  private static List<String> row(
      PlainTables tables, AlertReplay alert, AlertTimeline instance, AlertInterval interval) {
    return List.of(
        alert.rule().name().value(),
        instance.labels().without(Labels.ALERT_NAME).toString(),
        interval.phase().word(),
        tables.time(interval.start()),
        tables.time(interval.end()) + (interval.open() ? ", still so" : ""),
        new ValueText(interval.value(), interval.histogram()).exact(),
        new ValueText(interval.peak(), interval.peakHistogram()).exact());
  }

  private static int weight(AlertReplay alert) {
    return alert.firings() > 0 ? WEIGHT_FIRED : 1;
  }

  private void alert(ReportData data, AlertReplay alert, List<AlertChart> charts) {
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
    ChartData.write(data, charts, alert.offset());
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
      json.value(flags(alert, instance, interval));
      data.time(interval.start());
      json.value(interval.length());
      data.value(new ValueText(interval.value(), interval.histogram()));
      data.value(new ValueText(interval.peak(), interval.peakHistogram()));
    }
    json.end().end();
  }

  private long flags(AlertReplay alert, AlertTimeline instance, AlertInterval interval) {
    return (interval.phase() == AlertInterval.Phase.FIRING ? FIRING : 0)
        | (interval.open() ? OPEN : 0)
        | (replay.endsInGap(alert, instance, interval) ? IN_GAP : 0);
  }

  private static long millis(@Nullable Located<Duration> duration) {
    return duration == null ? 0 : duration.value().toMillis();
  }
}
