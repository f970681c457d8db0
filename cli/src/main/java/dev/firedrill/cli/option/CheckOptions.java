package dev.firedrill.cli.option;

import dev.firedrill.cli.console.UsageException;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.Spelling;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Checks;
import dev.firedrill.lint.ScopedSettings;
import java.util.List;
import java.util.Set;

/// `--only`, `--skip` and `--min-severity`: which checks run and which findings are reported.
public final class CheckOptions {
  private final Values only;
  private final Values skip;
  private final Value minSeverity;

  /// Declares the options.
  public CheckOptions(Options options) {
    only = options.values("--only", "A,B", "run these checks only");
    skip = options.values("--skip", "A,B", "leave these checks out");
    minSeverity = options.value("--min-severity", "SEVERITY", "report error, warning or info only");
    options.whenParsed(this::leastSeverity);
    options.whenParsed(this::checkNames);
  }

  private void checkNames() {
    known(only.chosen("check"));
    known(skip.split());
  }

  /// {@return settings with the choice of checks}
  public ScopedSettings choose(ScopedSettings settings) {
    return settings.choose(known(only.split()), known(skip.split()));
  }

  /// {@return whether a check was not left out}
  public boolean isChosen(String check) {
    List<String> chosen = only.split();
    return !skip.split().contains(check) && (chosen.isEmpty() || chosen.contains(check));
  }

  /// {@return the findings that are severe enough to be reported}
  public List<Diagnostic> reported(List<Diagnostic> findings) {
    Severity least = leastSeverity();
    return findings.stream().filter(finding -> finding.severity().isAtLeast(least)).toList();
  }

  /// {@return the least severity that is reported}
  public Severity leastSeverity() {
    String word = minSeverity.orElse(Severity.INFO.word());
    for (Severity severity : Severity.values()) {
      if (severity.word().equals(word)) {
        return severity;
      }
    }
    throw new UsageException(
        "unknown severity '" + word + "': expected error, warning or info for --min-severity");
  }

  private static Set<String> known(List<String> ids) {
    for (String id : ids) {
      find(id);
    }
    return Set.copyOf(ids);
  }

  /// {@return what is known of a check}
  public static CheckInfo find(String id) {
    return Checks.info(id)
        .orElseThrow(
            () -> {
              List<String> known = Checks.infos().stream().map(CheckInfo::id).toList();
              String hint =
                  Spelling.nearest(id, known)
                      .map(near -> "did you mean " + near + "?")
                      .orElse("--list-checks lists them");
              return new UsageException("unknown check '" + id + "': " + hint);
            });
  }
}
