package dev.firedrill.cli.html.report;

import dev.firedrill.diagnostic.Json;
import dev.firedrill.promql.print.Printer;
import dev.firedrill.replay.RecordingSummary;
import dev.firedrill.replay.ReplayReport;
import dev.firedrill.rules.run.RuleFailure;
import dev.firedrill.series.TimeRange;

/// What the results stand on: selectors with data, gaps, warm-up, evaluations that failed.
record CoverageSection(ReplayReport replay) implements ReportSection {
  private static final int MOST_FAILURES = 200;

  @Override
  public String name() {
    return "coverage";
  }

  @Override
  public void write(ReportData data) {
    RecordingSummary summary = replay.data();
    Json json = data.json().object();
    json.name("series").value(summary.series());
    if (summary.samples() >= 0) {
      json.name("samples").value(summary.samples());
    }
    json.name("resolution").value(summary.resolution());
    json.name("wanted").value(summary.warmUp().wanted());
    json.name("available").value(summary.warmUp().available());
    json.name("whole");
    data.time(summary.warmUp().whole());
    json.name("counted").value(summary.gaps() != null);
    json.name("gaps").array();
    for (TimeRange gap : summary.knownGaps()) {
      data.time(gap.first()).time(gap.last());
    }
    json.end().name("selectors").array();
    for (RecordingSummary.SelectorData selector : summary.selectors()) {
      data.text(Printer.print(selector.selector()));
      json.value(selector.series());
    }
    json.end().name("failed").value(replay.failures().size());
    json.name("failures").array();
    for (RuleFailure failure : replay.failures().stream().limit(MOST_FAILURES).toList()) {
      json.array();
      data.time(failure.time()).text(failure.rule().name().value()).text(failure.message());
      json.end();
    }
    json.end().end();
  }
}
