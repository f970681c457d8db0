package dev.firedrill.cli.command;

import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.html.report.ReportSections;
import dev.firedrill.cli.html.report.StackReport;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.OutputOptions;
import dev.firedrill.cli.option.ProjectOptions;
import dev.firedrill.cli.option.PrometheusOption;
import dev.firedrill.cli.option.ReportOption;
import dev.firedrill.cli.option.Values;
import dev.firedrill.cli.option.WorkersOption;
import dev.firedrill.cli.rehearsal.Rehearsal;
import dev.firedrill.cli.report.Format;
import dev.firedrill.cli.report.RehearsalJson;
import dev.firedrill.cli.report.RehearsalText;
import dev.firedrill.diagnostic.TextStyle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// `rehearse`: all that can be said about a stack before it runs.
final class Rehearse implements Command {
  private final Values folder;
  private final ProjectOptions project;
  private final PrometheusOption prometheus;
  private final Values only;
  private final ReportOption page;
  private final WorkersOption workers;
  private final OutputOptions output;

  Rehearse(Options options) {
    folder = options.arguments("[DIR]", "the folder of the stack (default: this folder)");
    project = ProjectOptions.of(options);
    prometheus = new PrometheusOption(options);
    only =
        options.values("--only", "A,B", "only these parts: " + String.join(", ", Rehearsal.PARTS));
    page = new ReportOption(options);
    workers = WorkersOption.of(options);
    output = new OutputOptions(options, Format.TEXT, Format.JSON);
    options.example("firedrill rehearse testdata/training-scheduler", "everything at once");
    options.example("firedrill rehearse --only routes", "one part");
  }

  @Override
  public int run(Session session) throws IOException {
    List<String> folders = folder.get();
    TextStyle style = TextStyle.PLAIN.withColours(output.colored(session));
    boolean failed = false;
    List<StackReport> pages = new ArrayList<>();
    for (String each : folders.isEmpty() ? List.of(".") : folders) {
      project.in(each);
      List<Rehearsal> rehearsals =
          Rehearsal.of(session, each, project, prometheus, only.split(), style, workers.count());
      output.deliver(
          session,
          format ->
              switch (format) {
                case TEXT -> new RehearsalText(rehearsals, output.quiet());
                case JSON -> new RehearsalJson(rehearsals);
                default -> throw format.notOffered();
              });
      for (Rehearsal rehearsal : rehearsals) {
        failed |= rehearsal.failed();
        pages.add(ReportSections.ofRehearsal(rehearsal));
      }
    }
    if (page.given()) {
      page.write(session, "Rehearsal", pages);
    }
    return failed ? ExitStatus.FINDINGS : ExitStatus.OK;
  }
}
