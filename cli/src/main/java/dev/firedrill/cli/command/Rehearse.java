package dev.firedrill.cli.command;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.finding.RepositoryPaths;
import dev.firedrill.cli.html.report.ReportSections;
import dev.firedrill.cli.option.FailureOptions;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.OutputOptions;
import dev.firedrill.cli.option.ProjectOptions;
import dev.firedrill.cli.option.PrometheusOption;
import dev.firedrill.cli.option.ReportOption;
import dev.firedrill.cli.option.RuleReadingOptions;
import dev.firedrill.cli.option.TimezoneOption;
import dev.firedrill.cli.option.Values;
import dev.firedrill.cli.option.WorkersOption;
import dev.firedrill.cli.rehearsal.Rehearsal;
import dev.firedrill.cli.rehearsal.RehearsalOptions;
import dev.firedrill.cli.report.Format;
import dev.firedrill.diagnostic.TextStyle;
import dev.firedrill.settings.SettingsFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// `rehearse`: all that can be said about a stack before it runs.
final class Rehearse implements Command {
  private final Values folder;
  private final ProjectOptions project;
  private final PrometheusOption prometheus;
  private final Values only;
  private final ReportOption page;
  private final WorkersOption workers;
  private final RuleReadingOptions reading;
  private final TimezoneOption zone;
  private final FailureOptions failures;
  private final OutputOptions output;

  Rehearse(Options options) {
    folder =
        options.arguments("[DIR...]", "folders of stacks, each rehearsed (default: this folder)");
    project = ProjectOptions.of(options);
    prometheus = new PrometheusOption(options);
    only =
        options.values("--only", "A,B", "only these parts: " + String.join(", ", Rehearsal.PARTS));
    page = new ReportOption(options);
    workers = WorkersOption.of(options);
    reading = new RuleReadingOptions(options);
    zone = new TimezoneOption(options);
    failures = new FailureOptions(options);
    output = OutputOptions.ofFindings(options, Format.CSV, Format.OPENMETRICS);
    options.whenParsed(this::parts);
    options.example("firedrill rehearse testdata/training-scheduler", "everything at once");
    options.example("firedrill rehearse --only routes", "one part");
  }

  private List<String> parts() {
    return Rehearsal.parts(only.chosen("part"));
  }

  @Override
  public int run(Session session) throws IOException {
    TextStyle style = TextStyle.PLAIN.withColours(output.colored(session));
    RehearsalOptions how =
        new RehearsalOptions(
            prometheus,
            reading.options(),
            reading.engine(),
            failures,
            zone.zone(),
            style,
            workers.count(),
            page.given());
    List<Rehearsal> rehearsals = new ArrayList<>();
    List<String> empty = new ArrayList<>();
    for (String each : folder.get().isEmpty() ? List.of(".") : folder.get()) {
      project.in(each);
      List<Rehearsal> here = Rehearsal.of(session, each, project, parts(), how);
      rehearsals.addAll(here);
      if (isNothing(here)) {
        empty.add(nothing(each, here, project.settings(session).isPresent()));
      }
    }
    RehearsalFormats formats =
        new RehearsalFormats(
            rehearsals, RepositoryPaths.of(session), failures, style, output.quiet());
    output.deliver(session, formats::in);
    if (page.given()) {
      page.write(
          session, "Rehearsal", rehearsals.stream().map(ReportSections::ofRehearsal).toList());
    }
    if (!empty.isEmpty()) {
      throw new CommandException(String.join("\n", empty));
    }
    return rehearsals.stream().anyMatch(Rehearsal::failed) ? ExitStatus.FINDINGS : ExitStatus.OK;
  }

  // Where some parts are asked for, not every stack need have them.
  private boolean isNothing(List<Rehearsal> here) {
    return only.get().isEmpty()
        ? !here.stream().allMatch(Rehearsal::rehearsed)
        : here.stream().noneMatch(Rehearsal::rehearsed);
  }

  private static String nothing(String folder, List<Rehearsal> here, boolean settings) {
    Set<String> missing = new LinkedHashSet<>();
    for (Rehearsal rehearsal : here) {
      if (!rehearsal.rehearsed()) {
        rehearsal.sections().forEach(section -> missing.add(section.summary()));
      }
    }
    String where =
        settings
            ? " among what " + SettingsFile.NAME + " names"
            : " (looked for among *.yml, *.yaml, *.rules, *.om and *.prom)";
    return folder + ": nothing to rehearse: " + String.join(", ", missing) + where;
  }
}
