package dev.firedrill.cli.rehearsal;

import dev.firedrill.cli.console.ProgressLine;
import dev.firedrill.cli.console.RejectedException;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.cli.input.RecordedData;
import dev.firedrill.cli.input.ReplayProgress;
import dev.firedrill.cli.input.RuleReplay;
import dev.firedrill.cli.option.OutputOptions;
import dev.firedrill.cli.rehearsal.Section.Outcome;
import dev.firedrill.cli.report.Beside;
import dev.firedrill.cli.report.EvaluationNotes;
import dev.firedrill.cli.report.ReplayJson;
import dev.firedrill.cli.report.ReplayText;
import dev.firedrill.cli.report.TimelineChart;
import dev.firedrill.replay.ReplayReport;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import dev.firedrill.settings.StackFiles;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Which alerts would have fired on what was recorded?
final class ReplayPart {
  // What the rows of a section are indented by.
  private static final int INDENT = 10;

  private ReplayPart() {}

  static Section rehearse(Rehearsed rehearsed) throws IOException {
    StackFiles stack = rehearsed.files();
    if (stack.data().isEmpty() || stack.rules().isEmpty()) {
      return Section.missing("replay", stack.data().isEmpty() ? "no recordings" : "no rule files");
    }
    try {
      List<RuleFile> files = rehearsed.rules();
      List<String> data = rehearsed.inputs(stack.data()).stream().map(InputFile::path).toList();
      SeriesSource source = RecordedData.read(rehearsed.session(), data);
      Optional<TimeRange> range = source.extent();
      return range.isEmpty()
          ? Section.missing("replay", "no sample in the recordings")
          : section(rehearsed, files, source, range.get());
    } catch (RejectedException e) {
      return rehearsed.impossible("replay", e);
    }
  }

  private static Section section(
      Rehearsed rehearsed, List<RuleFile> files, SeriesSource source, TimeRange range)
      throws IOException {
    RuleReplay replay = rehearsed.replay().asRecorded(files, source, range);
    ReplayProgress progress = new ReplayProgress(new ProgressLine(rehearsed.session()), range);
    ReplayReport report = replay.run(files, source, range, progress);
    progress.clear();
    Optional<String> idle = replay.notEvaluated(report);
    if (idle.isPresent()) {
      return Section.missing("replay", idle.get());
    }
    ZoneId zone = rehearsed.options().zone();
    List<String> rows = TimelineChart.rows(report, zone, OutputOptions.width() - INDENT);
    List<String> notes = EvaluationNotes.of(report, replay);
    Replayed replayed = new Replayed(report, replay.evaluator(), notes, null, null);
    ReplayJson json =
        new ReplayJson(
            report,
            null,
            null,
            null,
            null,
            new Beside(notes, List.of(), List.of(), List.of()),
            rehearsed.session().aftermath().diagnostics());
    return new Section("replay", Outcome.PASSED, ReplayText.totals(report), List.of(), rows)
        .withReplayed(replayed)
        .withReports(PartReports.of(json, report));
  }
}
