package dev.firedrill.lint;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.diagnostic.TextEdit;
import dev.firedrill.rules.RuleFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Comments that silence findings, each on a line of its own before the one that it is for.
public final class IgnoreComments {
  private IgnoreComments() {}

  /// {@return whether a comment may silence a finding: what Prometheus itself rejects is to be
  ///     mended, and comments are about rules, not about comments}
  public static boolean canSilence(Diagnostic finding) {
    return Checks.find(finding.check()).isPresent();
  }

  /// {@return the edits that add comments to a file, one for each line with findings}
  ///
  /// @param findings those to silence; others than of this file are passed over
  /// @param reason what the comments say for themselves, on one line
  public static List<TextEdit> of(RuleFile file, List<Diagnostic> findings, String reason) {
    SourceFile source = file.source();
    TextLines texts = TextLines.of(file);
    SortedMap<Integer, SortedSet<String>> checks = new TreeMap<>();
    for (Diagnostic finding : findings) {
      if (finding.location().file() == source && canSilence(finding)) {
        int line = texts.firstOf(finding.location().start().line());
        checks.computeIfAbsent(line, _ -> new TreeSet<>()).add(finding.check());
      }
    }
    List<TextEdit> edits = new ArrayList<>();
    for (Map.Entry<Integer, SortedSet<String>> entry : checks.entrySet()) {
      String comment = "# firedrill: ignore=" + String.join(",", entry.getValue()) + " " + reason;
      edits.add(before(source, entry.getKey(), comment.strip()));
    }
    return edits;
  }

  private static TextEdit before(SourceFile source, int line, String comment) {
    String text = source.line(line);
    String indent = text.substring(0, text.length() - text.stripLeading().length());
    int start = source.lineStart(line);
    String lineBreak = source.text().contains("\r\n") ? "\r\n" : "\n";
    return new TextEdit(new Location(source, Span.at(start)), indent + comment + lineBreak);
  }
}
