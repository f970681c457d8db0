package dev.firedrill.lint;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Findings that come up while files are read. Settings hold for them as for those of checks, with
/// one exception: where only some checks are asked for, errors of reading are reported still, as
/// nobody can vouch for what could not be read.
public final class ReadFindings {
  private ReadFindings() {}

  /// {@return findings without those that only say that something is missing which is there and
  ///     could not be read: one cause gives one finding}
  ///
  /// @param files those that the findings are about
  public static List<Diagnostic> withoutConsequences(
      List<Diagnostic> findings, List<RuleFile> files) {
    List<Diagnostic> causes = new ArrayList<>();
    for (Diagnostic finding : findings) {
      if (finding.check().startsWith("yaml/")) {
        causes.add(finding);
      }
    }
    if (causes.isEmpty()) {
      return findings;
    }
    List<Diagnostic> left = new ArrayList<>(findings);
    for (RuleFile file : files) {
      for (Rule rule : file.rules()) {
        for (Diagnostic cause : causes) {
          String spoilt = isIn(rule, cause) ? missing(field(cause)) : "";
          if (!spoilt.isEmpty()) {
            left.removeIf(each -> each.check().startsWith(spoilt) && isIn(rule, each));
          }
        }
      }
    }
    return left;
  }

  private static boolean isIn(Rule rule, Diagnostic finding) {
    Location outer = rule.location();
    int start = finding.location().span().start();
    return finding.location().file() == outer.file()
        && outer.span().start() <= start
        && start <= outer.span().end();
  }

  // The field that is meant is the one that is suggested, else the one that the line starts with.
  private static String field(Diagnostic cause) {
    String help = cause.help();
    if (cause.check().equals("yaml/unknown-field")) {
      return help == null ? "" : help.replaceFirst("^did you mean '(.*)'\\?$", "$1");
    }
    Location place = cause.location();
    String line = place.file().line(place.start().line()).strip();
    return line.substring(0, Math.max(0, line.indexOf(':')));
  }

  private static String missing(String field) {
    return switch (field) {
      case "for" -> "for/missing";
      case "labels" -> "severity/missing";
      case "annotations" -> "annotation/";
      default -> "";
    };
  }

  /// {@return findings as settings want them; those of checks are left as they are}
  public static List<Diagnostic> adjusted(List<Diagnostic> findings, ScopedSettings settings) {
    List<Diagnostic> adjusted = new ArrayList<>();
    for (Diagnostic finding : findings) {
      CheckInfo info =
          Checks.find(finding.check()).isPresent()
              ? null
              : Checks.info(finding.check()).orElse(null);
      if (info == null) {
        adjusted.add(finding);
      } else {
        RuleFile file = new RuleFile(finding.location().file(), List.of());
        CheckSettings here = settings.at(new RulePlace(file, null, null));
        boolean error = finding.severity() == Severity.ERROR;
        if ((error ? here.choose(Set.of(), here.skip()) : here).runs(info)) {
          adjusted.add(here.adjust(info, finding));
        }
      }
    }
    return adjusted;
  }
}
