package dev.firedrill.cli.command;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.FormatRun;
import dev.firedrill.cli.input.RuleInputs;
import dev.firedrill.cli.option.FailOnOption;
import dev.firedrill.cli.option.Flag;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.OutputOptions;
import dev.firedrill.cli.option.RulePathOptions;
import dev.firedrill.cli.option.SkippedOption;
import dev.firedrill.cli.option.Value;
import dev.firedrill.cli.report.Format;
import dev.firedrill.cli.report.FormatJson;
import dev.firedrill.cli.report.FormatText;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.promql.ParseOptions;
import dev.firedrill.promql.print.PrettyPrinter;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.edit.ExprFormat;
import dev.firedrill.rules.edit.RuleFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// `rules format`: expressions of rule files pretty-printed in place.
final class RulesFormat implements Command {
  private final RulePathOptions paths;
  private final Flag check;
  private final Value width;
  private final Flag keepNumbers;
  private final OutputOptions output;
  private final FailOnOption failOn;
  private final SkippedOption failOnSkipped;

  RulesFormat(Options options) {
    paths = new RulePathOptions(options);
    check = options.flag("--check", "write nothing, show what would change, and exit with 1 then");
    width =
        options.value("--width", "N", "break what is longer than this many bytes (default: 100)");
    keepNumbers =
        options.flag("--keep-numbers", "leave numbers as they are written: 1e6 stays 1e6");
    output = new OutputOptions(options, Format.TEXT, Format.JSON);
    failOn = new FailOnOption(options);
    failOnSkipped = new SkippedOption(options);
    options.example("firedrill rules format rules/", "all rule files of a folder");
    options.example("firedrill rules format --check rules/", "in continuous integration");
    options.example("firedrill rules format - < rules.yml", "as a filter, for editors");
  }

  @Override
  public int run(Session session) throws IOException {
    // How an expression is laid out does not depend on what the server has switched on.
    RuleFileOptions reading = paths.options().withPromql(ParseOptions.ALL.withOldNames(true));
    ExprFormat format =
        new ExprFormat(width.integer(PrettyPrinter.DEFAULT_WIDTH, 1), keepNumbers.given());
    RuleInputs inputs = paths.read(session, reading);
    FormatRun run = FormatRun.of(inputs, new RuleFormat(format), reading);
    Session reporting = session;
    if (!check.given()) {
      run.write(session);
      if (paths.standardInput()) {
        reporting =
            new Session(session.directory(), session.in(), session.err(), session.err(), false);
        filter(session, run);
      }
    }
    output.deliver(
        reporting,
        each ->
            switch (each) {
              case TEXT ->
                  new FormatText(
                      run,
                      check.given(),
                      output.colored(session),
                      output.quiet(),
                      output.verbose());
              case JSON -> new FormatJson(run);
              default -> throw each.notOffered();
            });
    return status(session, run);
  }

  private static void filter(Session session, FormatRun run) {
    if (run.standardInput().isEmpty() && run.unreadable().isEmpty()) {
      throw new CommandException("standard input holds no rules that can be formatted");
    }
    run.standardInput()
        .ifPresent(file -> session.out().print(new String(file.bytes(), StandardCharsets.UTF_8)));
  }

  private int status(Session session, FormatRun run) {
    if (!run.unreadable().isEmpty() && !check.given()) {
      return ExitStatus.FAILED;
    }
    List<Diagnostic> findings = new ArrayList<>(run.unreadable());
    findings.addAll(run.remarks());
    boolean unwanted = check.given() && !run.changed().isEmpty();
    return failOnSkipped.status(session, failOn.status(findings, unwanted), run.skipped());
  }
}
