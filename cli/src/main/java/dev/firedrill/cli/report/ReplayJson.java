package dev.firedrill.cli.report;

import dev.firedrill.alert.AlertInterval;
import dev.firedrill.alert.AlertTimeline;
import dev.firedrill.cli.routing.AlertRouting;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.FindingsJson;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Masking;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.promql.print.Printer;
import dev.firedrill.replay.AlertReplay;
import dev.firedrill.replay.Gap;
import dev.firedrill.replay.RecordingSummary;
import dev.firedrill.replay.ReplayReport;
import dev.firedrill.replay.Resolution;
import dev.firedrill.replay.WarmUp;
import dev.firedrill.replay.compare.ReplayTotals;
import dev.firedrill.replay.noise.Noise;
import dev.firedrill.rules.run.RuleFailure;
import dev.firedrill.series.TimeRange;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A replay as JSON: times in RFC 3339, durations in seconds, values as in Prometheus's API.
///
/// @param routing whom alerts reach; null where nobody asks
/// @param notified what was notified of; null where that was not looked at
/// @param told how often receivers were told, and when; null where that was not looked at
/// @param noise what makes alerts noisy; null where that was not looked at
/// @param beside what is to be known beside
/// @param diagnostics what is damaged in the data
public record ReplayJson(
    ReplayReport report,
    @Nullable AlertRouting routing,
    @Nullable Notified notified,
    @Nullable NotificationTotals told,
    @Nullable Noise noise,
    Beside beside,
    List<Diagnostic> diagnostics)
    implements Report {
  public ReplayJson {
    diagnostics = List.copyOf(diagnostics);
  }

  @Override
  public void write(Appendable out) throws IOException {
    StringBuilder text = new StringBuilder();
    Json json = Json.indented(text);
    json.object();
    time(json, "start", report.range().first());
    time(json, "end", report.range().last());
    json.name("data");
    data(json, report.data(), report.range());
    beside.write(json);
    json.name("alerts").array();
    for (AlertReplay alert : report.alerts()) {
      alert(json, alert);
    }
    json.end().name("totals");
    totals(json);
    json.name("failures").array();
    for (RuleFailure failure : report.failures()) {
      json.object().name("name").value(failure.rule().name().value());
      time(json, "time", failure.time());
      json.name("message").value(failure.message()).end();
    }
    json.end();
    new FindingsJson(Masking.NONE).findings(json.name("diagnostics"), diagnostics);
    Notified sent = notified();
    if (sent != null) {
      NotificationJson.log(json, sent.log(), sent.messages());
    }
    NotificationTotals counted = told();
    if (counted != null) {
      counted.member(json);
    }
    Noise found = noise();
    if (found != null) {
      NoiseJson.write(json.name("noise"), found);
    }
    json.end();
    out.append(text).append('\n');
  }

  /// Writes what results stand on as the next value.
  ///
  /// @param range that was replayed
  static void data(Json json, RecordingSummary data, TimeRange range) {
    json.object();
    members(json, data, range);
    json.end();
  }

  /// Writes what results stand on as members of an object.
  ///
  /// @param range that was replayed
  static void members(Json json, RecordingSummary data, TimeRange range) {
    json.name("series").value(data.series());
    if (data.samples() >= 0) {
      json.name("samples").value(data.samples());
    }
    json.name("selectors").value(data.selectors().size());
    json.name("selectors_with_data").value(data.selectorsWithData());
    json.name("without_data").array();
    for (RecordingSummary.SelectorData selector : data.selectors()) {
      if (selector.series() == 0) {
        json.value(Printer.print(selector.selector()));
      }
    }
    json.end();
    json.name("gaps");
    gaps(json, data);
    if (data.resolution() > 0) {
      seconds(json, "resolution", data.resolution());
    } else {
      json.name("resolution").nothing();
    }
    resolutions(json, data);
    json.name("warm_up").object();
    seconds(json, "wanted", data.warmUp().wanted());
    seconds(json, "available", data.warmUp().available());
    WarmUp warmUp = data.warmUp();
    if (!warmUp.isWhole() && warmUp.whole() <= range.last()) {
      time(json, "until", warmUp.whole());
    } else if (!warmUp.isWhole()) {
      json.name("until").nothing();
    }
    json.end();
    warnings(json, data);
  }

  /// Writes what is to be known of the results of a server, where one evaluated.
  static void warnings(Json json, RecordingSummary data) {
    if (data.samples() < 0) {
      RouteJson.strings(json.name("warnings"), data.warnings());
    }
  }

  private static void gaps(Json json, RecordingSummary data) {
    List<Gap> gaps = data.gaps();
    if (gaps == null) {
      json.nothing();
      return;
    }
    json.array();
    for (Gap gap : gaps) {
      json.object();
      time(json, "start", gap.time().first());
      time(json, "end", gap.time().last());
      if (!gap.isWhole()) {
        json.name("resolutions").array();
        gap.steps().forEach(step -> seconds(json, step));
        json.end();
      }
      json.end();
    }
    json.end();
  }

  private static void resolutions(Json json, RecordingSummary data) {
    List<Resolution> resolutions = data.resolutions();
    json.name("resolutions").array();
    for (Resolution each : resolutions == null ? List.<Resolution>of() : resolutions) {
      if (each.step() > 0) {
        json.object();
        seconds(json, "resolution", each.step());
        json.name("series").value(each.series()).end();
      }
    }
    json.end();
  }

  private void totals(Json json) {
    ReplayTotals totals = ReplayTotals.of(report);
    json.object().name("alerts").value(totals.alerts());
    json.name("alerts_fired").value(totals.fired());
    json.name("firings").value(totals.firings());
    seconds(json, "firing_seconds", totals.firingMillis());
    seconds(json, "longest_seconds", totals.longestMillis());
    json.name("flaps").value(totals.flaps()).end();
  }

  private void alert(Json json, AlertReplay alert) {
    Location place = alert.rule().location();
    json.object().name("alertname").value(alert.rule().name().value());
    json.name("group").value(alert.group().name().value());
    json.name("path").value(place.file().path());
    json.name("line").value(place.start().line());
    seconds(json, "interval", alert.step());
    TimeGrid evaluated = alert.times();
    json.name("evaluations").value(evaluated == null ? 0 : evaluated.count());
    json.name("firings").value(alert.firings());
    seconds(json, "firing_seconds", alert.firingMillis());
    seconds(json, "longest_seconds", alert.longestMillis());
    json.name("flaps").value(alert.flaps());
    if (routing() != null) {
      receivers(json, alert.instances());
    }
    json.name("instances").array();
    for (AlertTimeline instance : alert.instances()) {
      json.object().name("labels");
      strings(json, instance.labels().toMap());
      json.name("annotations");
      strings(json, instance.annotations());
      if (routing() != null) {
        receivers(json, List.of(instance));
      }
      json.name("intervals").array();
      for (AlertInterval interval : instance.intervals()) {
        interval(json, alert, instance, interval);
      }
      json.end().end();
    }
    json.end().end();
  }

  private void receivers(Json json, List<AlertTimeline> instances) {
    Set<String> names = new LinkedHashSet<>();
    AlertRouting asked = routing();
    if (asked != null) {
      instances.forEach(instance -> names.addAll(asked.receivers(instance.labels())));
    }
    json.name("receivers").array();
    names.forEach(json::value);
    json.end();
  }

  private void interval(
      Json json, AlertReplay alert, AlertTimeline instance, AlertInterval interval) {
    json.object().name("state").value(interval.phase().word());
    time(json, "start", interval.start());
    time(json, "end", interval.end());
    json.name("open").value(interval.open());
    if (report.endsInGap(alert, instance, interval)) {
      json.name("in_gap").value(true);
    }
    json.name("value").value(new ValueText(interval.value(), interval.histogram()).exact());
    json.name("peak").value(new ValueText(interval.peak(), interval.peakHistogram()).exact()).end();
  }

  private static void strings(Json json, Map<String, String> strings) {
    json.object();
    strings.forEach((name, value) -> json.name(name).value(value));
    json.end();
  }

  private static void time(Json json, String name, long millis) {
    json.name(name).value(ClockText.rfc3339(millis));
  }

  private static void seconds(Json json, String name, long millis) {
    seconds(json.name(name), millis);
  }

  private static void seconds(Json json, long millis) {
    if (millis % 1000 == 0) {
      json.value(millis / 1000);
    } else {
      json.value(millis / 1000.0);
    }
  }
}
