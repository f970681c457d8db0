package dev.firedrill.cli.command;

import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.input.RuleInputs;
import dev.firedrill.cli.option.FindingsOptions;
import dev.firedrill.cli.option.Flag;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.RulePathOptions;
import dev.firedrill.cli.option.Value;
import dev.firedrill.cli.option.Values;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Spelling;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.CheckSettings;
import dev.firedrill.lint.Checks;
import dev.firedrill.lint.Linter;
import dev.firedrill.lint.Parameter;
import dev.firedrill.lint.RuleSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `rules lint`: what Prometheus would reject, and what is valid but no good alert.
final class RulesLint implements Command {
  private final RulePathOptions paths;
  private final Values only;
  private final Values skip;
  private final Flag list;
  private final Value explain;
  private final FindingsOptions findings;

  RulesLint(Options options) {
    paths = new RulePathOptions(options);
    only = options.values("--only", "A,B", "run these checks only");
    skip = options.values("--skip", "A,B", "leave these checks out");
    list = options.flag("--list-checks", "list all checks and stop");
    explain = options.value("--explain", "CHECK", "say what a check reports and stop");
    findings = new FindingsOptions(options);
    options.example("firedrill rules lint rules/", "all rule files of a folder");
    options.example("firedrill rules lint --only rule/duplicate rules/", "one check");
    options.example("firedrill rules lint --explain rule/duplicate", "what is it about?");
  }

  @Override
  public int run(Session session) throws IOException {
    if (list.given()) {
      list(session.out());
      return ExitStatus.OK;
    }
    if (explain.get().isPresent()) {
      explain(session.out(), explain.required());
      return ExitStatus.OK;
    }
    CheckSettings settings =
        new CheckSettings(known(only.split()), known(skip.split()), Map.of(), Map.of());
    RuleInputs given = paths.read(session);
    RuleInputs inputs = given.withoutForeign();
    List<Diagnostic> found = new ArrayList<>(given.foreign());
    found.addAll(inputs.diagnostics());
    found.addAll(new Linter(Checks.all(), settings).lint(new RuleSet(inputs.files())));
    return findings.report(session, inputs, found);
  }

  private static Set<String> known(List<String> ids) {
    for (String id : ids) {
      find(id);
    }
    return Set.copyOf(ids);
  }

  private static CheckInfo find(String id) {
    return Checks.find(id)
        .map(Check::info)
        .orElseThrow(
            () -> {
              List<String> known = Checks.all().stream().map(each -> each.info().id()).toList();
              String hint =
                  Spelling.nearest(id, known)
                      .map(near -> "did you mean " + near + "?")
                      .orElse("--list-checks lists them");
              return new UsageException("unknown check '" + id + "': " + hint);
            });
  }

  private static void list(PrintWriter out) {
    for (Check check : Checks.all()) {
      CheckInfo info = check.info();
      String state = info.enabled() ? info.severity().word() : "off";
      out.println(padded(info.id(), 26) + padded(state, 9) + info.summary());
    }
  }

  private static void explain(PrintWriter out, String id) {
    CheckInfo info = find(id);
    out.println(info.id() + ": " + info.summary());
    out.println("severity: " + info.severity().word() + (info.enabled() ? "" : ", off by default"));
    for (Parameter<?> parameter : info.parameters()) {
      out.println("parameter " + parameter.name() + ": " + parameter.defaultValue());
    }
    out.println("page: docs/checks/" + info.id() + ".md");
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }
}
