package dev.firedrill.cli.finding;

import dev.firedrill.cli.input.SkippedFile;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.DiagnosticOrder;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Masking;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.lint.RuleSet;
import dev.firedrill.lint.Silenced;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// What judging files came to: what every format of findings is written from.
///
/// @param findings in any order
/// @param silenced findings that comments or a baseline take out
/// @param paths the files that were looked at, as they are printed
/// @param rules how many rules they hold; negative where the files hold none by nature
/// @param skipped files that a search met and that are something else
/// @param masking what hides secrets in whatever is printed
/// @param ruleSets the rules that were judged, a set for each Prometheus, the context included
/// @param remarks sentences for people about what is not shown
/// @param changes what was done about findings that are not among these
public record Judgement(
    List<Diagnostic> findings,
    List<Silenced> silenced,
    List<String> paths,
    int rules,
    List<SkippedFile> skipped,
    Masking masking,
    List<RuleSet> ruleSets,
    List<String> remarks,
    Changes changes) {
  public Judgement {
    findings = List.copyOf(findings);
    silenced = List.copyOf(silenced);
    paths = List.copyOf(paths);
    skipped = List.copyOf(skipped);
    ruleSets = List.copyOf(ruleSets);
    remarks = List.copyOf(remarks);
  }

  /// {@return findings that nothing has been taken out of}
  public static Judgement of(
      List<Diagnostic> findings,
      List<String> paths,
      int rules,
      List<SkippedFile> skipped,
      Masking masking) {
    return new Judgement(
        findings, List.of(), paths, rules, skipped, masking, List.of(), List.of(), Changes.NONE);
  }

  /// {@return the same with other findings}
  public Judgement withFindings(List<Diagnostic> others) {
    return new Judgement(
        others, silenced, paths, rules, skipped, masking, ruleSets, remarks, changes);
  }

  /// {@return the same with more that is silenced}
  public Judgement withSilenced(List<Silenced> more) {
    List<Silenced> all = new ArrayList<>(silenced);
    all.addAll(more);
    return new Judgement(findings, all, paths, rules, skipped, masking, ruleSets, remarks, changes);
  }

  /// {@return the same with the rules that were judged}
  public Judgement withRuleSets(List<RuleSet> sets) {
    return new Judgement(
        findings, silenced, paths, rules, skipped, masking, sets, remarks, changes);
  }

  /// {@return the same with one more sentence about what is not shown}
  public Judgement withRemark(String remark) {
    List<String> all = new ArrayList<>(remarks);
    all.add(remark);
    return new Judgement(
        findings, silenced, paths, rules, skipped, masking, ruleSets, all, changes);
  }

  /// {@return the same where files must not be skipped: each that was is an error among the
  ///     findings, for formats that know findings only}
  /// @param forbidden whether they must not: `--fail-on-skipped`
  public Judgement forbidding(boolean forbidden) {
    if (!forbidden || skipped.isEmpty()) {
      return this;
    }
    List<Diagnostic> all = new ArrayList<>(findings);
    Set<String> files = new HashSet<>();
    for (SkippedFile file : skipped) {
      files.add(file.path());
      all.add(file.forbidden());
    }
    // What is said of files that somebody named.
    all.removeIf(
        each ->
            each.check().equals(SkippedFile.CHECK)
                && each.severity() != Severity.ERROR
                && files.contains(each.location().file().path()));
    return new Judgement(
        all, silenced, paths, rules, List.of(), masking, ruleSets, remarks, changes);
  }

  /// {@return the same, with what was done before}
  public Judgement withChanges(Changes made) {
    return new Judgement(
        findings, silenced, paths, rules, skipped, masking, ruleSets, remarks, made);
  }

  /// {@return how many findings `--fix` would mend; none of those that it has left}
  public int fixable() {
    int count = 0;
    if (changes.mends()) {
      return count;
    }
    for (Diagnostic finding : findings) {
      count += finding.fixes().isEmpty() ? 0 : 1;
    }
    return count;
  }

  /// {@return the findings of each file, in order; files that were looked at and have none are
  ///     there}
  ///
  /// @param shown how paths are written
  public SortedMap<String, List<Diagnostic>> byFile(UnaryOperator<String> shown) {
    SortedMap<String, List<Diagnostic>> files = new TreeMap<>();
    for (String path : paths) {
      files.put(shown.apply(path), new ArrayList<>());
    }
    for (Diagnostic finding : DiagnosticOrder.sorted(findings)) {
      String path = shown.apply(finding.location().file().path());
      files.computeIfAbsent(path, each -> new ArrayList<>()).add(finding);
    }
    return files;
  }

  /// {@return the message of a finding, secrets hidden}
  public String message(Diagnostic finding) {
    return masking.mask(finding.message(), finding.location());
  }

  /// {@return what is said of a place with its secrets hidden, line by line}
  public String mask(String text, Location place) {
    StringBuilder out = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      out.append(out.isEmpty() ? "" : "\n").append(masking.mask(line, place));
    }
    return out.toString();
  }

  /// {@return a text for a file with its secrets hidden, line by line}
  public String maskSource(SourceFile file, String text) {
    StringBuilder out = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      out.append(out.isEmpty() ? "" : "\n").append(masking.maskSource(file, line));
    }
    return out.toString();
  }

  /// {@return the message of a finding and what to do about it, secrets hidden}
  public String text(Diagnostic finding) {
    String help = finding.help();
    return message(finding) + (help == null ? "" : "\nhelp: " + mask(help, finding.location()));
  }

  /// {@return a text with its secrets hidden, line by line}
  public String mask(String text) {
    StringBuilder out = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      out.append(out.isEmpty() ? "" : "\n").append(masking.mask(line));
    }
    return out.toString();
  }
}
