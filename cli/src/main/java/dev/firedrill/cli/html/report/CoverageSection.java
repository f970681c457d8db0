package dev.firedrill.cli.html.report;

import dev.firedrill.cli.input.SkippedFile;
import dev.firedrill.cli.report.Beside;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.promql.print.Printer;
import dev.firedrill.replay.Gap;
import dev.firedrill.replay.RecordingSummary;
import dev.firedrill.replay.ReplayReport;
import dev.firedrill.replay.Resolution;
import dev.firedrill.rules.run.RuleFailure;
import java.util.List;

/// What the results stand on: selectors with data, gaps, warm-up, evaluations that failed, what was
/// not read.
///
/// @param beside what is to be known beside
record CoverageSection(ReplayReport replay, Beside beside) implements ReportSection {
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
    json.name("wanted").value(summary.warmUp().wanted());
    json.name("available").value(summary.warmUp().available());
    if (summary.warmUp().whole() <= replay.range().last()) {
      json.name("whole");
      data.time(summary.warmUp().whole());
    }
    json.name("counted").value(summary.gaps() != null);
    json.name("gaps").array();
    List<Gap> known = summary.gaps();
    List<Gap> gaps = known == null ? List.of() : known;
    for (Gap gap : gaps) {
      data.time(gap.time().first()).time(gap.time().last());
    }
    json.end().name("lacking").array();
    for (Gap gap : gaps) {
      json.array();
      gap.steps().forEach(json::value);
      json.end();
    }
    json.end().name("resolutions").array();
    List<Resolution> resolutions = summary.resolutions();
    for (Resolution each : resolutions == null ? List.<Resolution>of() : resolutions) {
      json.value(each.step()).value(each.series());
    }
    json.end().name("notes").array();
    beside.notes().forEach(data::text);
    json.end().name("skipped").array();
    for (SkippedFile file : beside.skipped()) {
      data.text(file.path() + " (" + file.kind().title() + ")");
    }
    for (Diagnostic document : beside.unread()) {
      int line = document.location().start().line();
      data.text(document.location().file().path() + ":" + line + " (" + document.message() + ")");
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
