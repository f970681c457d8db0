package dev.firedrill.cli.rehearsal;

import dev.firedrill.cli.console.RejectedException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.cli.input.KnownServer;
import dev.firedrill.cli.input.RecordedData;
import dev.firedrill.cli.input.RuleInputs;
import dev.firedrill.cli.input.RuleReplay;
import dev.firedrill.cli.input.ServerSource;
import dev.firedrill.cli.input.Stacks;
import dev.firedrill.cli.option.OutputOptions;
import dev.firedrill.cli.rehearsal.Section.Outcome;
import dev.firedrill.cli.report.ReplayText;
import dev.firedrill.cli.report.TimelineChart;
import dev.firedrill.diagnostic.DiagnosticText;
import dev.firedrill.diagnostic.TextStyle;
import dev.firedrill.replay.ReplayReport;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import dev.firedrill.settings.StackFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which alerts would have fired on what was recorded?
final class ReplayPart {
  // What the rows of a section are indented by.
  private static final int INDENT = 10;
  private static final ZoneId ZONE = ZoneId.of("UTC");

  private ReplayPart() {}

  static Section rehearse(Session session, StackFiles stack, ServerSource servers, TextStyle style)
      throws IOException {
    if (stack.data().isEmpty() || stack.rules().isEmpty()) {
      return Section.missing("replay", stack.data().isEmpty() ? "no recordings" : "no rule files");
    }
    try {
      List<InputFile> rules = inputs(session, stack.rules());
      List<RuleFile> files =
          RuleReplay.valid(session, RuleInputs.read(session, rules, RuleFileOptions.DEFAULT));
      List<String> data = inputs(session, stack.data()).stream().map(InputFile::path).toList();
      SeriesSource source = RecordedData.read(session, data);
      Optional<TimeRange> range = source.extent();
      return range.isEmpty()
          ? Section.missing("replay", "no sample in the recordings")
          : section(replay(session, stack, servers), files, source, range.get());
    } catch (RejectedException e) {
      String found = new DiagnosticText(style).render(e.diagnostics());
      return new Section("replay", Outcome.FAILED, "impossible", List.of(found));
    }
  }

  private static Section section(
      RuleReplay known, List<RuleFile> files, SeriesSource source, TimeRange range) {
    RuleReplay replay = known.asRecorded(files, source, range);
    ReplayReport report = replay.run(files, source, range);
    List<String> rows = TimelineChart.rows(report, ZONE, OutputOptions.width() - INDENT);
    Replayed replayed = new Replayed(report, replay.evaluator(), null);
    return new Section("replay", Outcome.PASSED, ReplayText.totals(report), List.of(), rows)
        .withReplayed(replayed);
  }

  private static RuleReplay replay(Session session, StackFiles stack, ServerSource servers)
      throws IOException {
    KnownServer server = servers.told(session, stack.prometheus());
    return RuleReplay.of(server, 0);
  }

  private static List<InputFile> inputs(Session session, List<Path> paths) {
    List<InputFile> files = new ArrayList<>();
    for (Path path : paths) {
      files.add(new InputFile(Stacks.shown(session, path), true));
    }
    return files;
  }
}
