package dev.firedrill.cli.promtool;

import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.OrderedOutput;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.kingpin.Invocation;
import dev.firedrill.rules.RuleFileOptions;
import java.util.List;
import java.util.Optional;

/// `promtool check rules`: what Prometheus would refuse, and duplicates.
///
/// @param lint which checks are made of rules that are valid
record CheckRules(
    Session session, OrderedOutput output, RuleFileOptions options, LintOptions lint) {
  private static final int LINT_FAILURE = 3;
  private static final String ONLY_FIRST =
      "level=WARN msg=\"Multiple document yaml rules files are not supported,"
          + " only the first document is processed\"";

  /// How files were found.
  ///
  /// @param failed whether anything is wrong
  /// @param invalid whether anything is wrong that is no matter of linting
  record Verdict(boolean failed, boolean invalid) {
    static final Verdict GOOD = new Verdict(false, false);

    Verdict and(Verdict other) {
      return new Verdict(failed || other.failed, invalid || other.invalid);
    }

    /// {@return the exit status}
    int status(boolean lintIsFatal) {
      if (invalid) {
        return Promtool.FAILURE;
      }
      return failed && lintIsFatal ? LINT_FAILURE : ExitStatus.OK;
    }
  }

  static int run(Session session, OrderedOutput output, Invocation invocation, Features features) {
    RuleFileOptions options =
        RuleFileOptions.DEFAULT
            .withPromql(features.parsing())
            .withIgnoreUnknownFields(invocation.isOn("ignore-unknown-fields"));
    LintOptions lint = LintOptions.forRules(String.valueOf(invocation.one("lint")), output);
    CheckRules check = new CheckRules(session, output, options, lint);
    List<String> files = invocation.arguments("rule-files");
    Verdict verdict = files.isEmpty() ? check.standardInput() : check.files(files);
    return verdict.status(invocation.isOn("lint-fatal"));
  }

  private Verdict standardInput() {
    output.out("Checking standard input");
    return judge(RuleSource.text(session.readInput(), options));
  }

  /// Checks files, one after the other.
  Verdict files(List<String> files) {
    Verdict verdict = Verdict.GOOD;
    for (String file : files) {
      output.out("Checking " + file);
      verdict = verdict.and(judge(RuleSource.file(session, file, options)));
    }
    return verdict;
  }

  private Verdict judge(RuleSource source) {
    if (source.onlyFirst()) {
      output.err(ONLY_FIRST);
    }
    if (!source.errors().isEmpty()) {
      output.err("  FAILED:");
      source.errors().forEach(output::err);
      return new Verdict(true, true);
    }
    Optional<String> duplicates =
        lint.duplicateRules() ? DuplicateRules.lint(source.groups()) : Optional.empty();
    if (duplicates.isPresent()) {
      output.err("  FAILED:");
      output.err(duplicates.get());
    } else {
      output.out("  SUCCESS: " + source.rules() + " rules found");
    }
    output.out("");
    return new Verdict(duplicates.isPresent(), false);
  }
}
