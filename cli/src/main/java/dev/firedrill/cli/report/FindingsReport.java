package dev.firedrill.cli.report;

import dev.firedrill.cli.input.SkippedFile;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.DiagnosticText;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.TextStyle;
import java.io.IOException;
import java.util.List;

/// Findings for people: each with its source, then one line of summary.
///
/// @param findings in any order
/// @param files how many files were read
/// @param rules how many rules they hold; negative where the files hold none by nature
/// @param skipped files that a search met and that are something else
/// @param style how they are shown
/// @param quiet whether the summary is left out
public record FindingsReport(
    List<Diagnostic> findings,
    int files,
    int rules,
    List<SkippedFile> skipped,
    TextStyle style,
    boolean quiet)
    implements Report {
  public FindingsReport {
    findings = List.copyOf(findings);
    skipped = List.copyOf(skipped);
  }

  @Override
  public void write(Appendable out) throws IOException {
    if (!findings.isEmpty()) {
      out.append(new DiagnosticText(style).render(findings));
    }
    if (!quiet) {
      out.append(summary()).append('\n');
      for (SkippedFile file : skipped) {
        out.append("skipped: ").append(file.path()).append(" (").append(file.kind().title());
        out.append(")\n");
      }
    }
  }

  private String summary() {
    StringBuilder text = new StringBuilder();
    for (Severity severity : Severity.values()) {
      int count = count(severity);
      if (count > 0) {
        text.append(text.isEmpty() ? "" : ", ");
        text.append(Counted.of(count, severity == Severity.INFO ? "remark" : severity.word()));
      }
    }
    text.append(text.isEmpty() ? "no findings in " : " in ").append(Counted.of(files, "file"));
    if (rules >= 0) {
      text.append(", ").append(Counted.of(rules, "rule"));
    }
    if (!skipped.isEmpty()) {
      text.append(", ").append(skipped.size()).append(" skipped");
    }
    return text.toString();
  }

  private int count(Severity severity) {
    int count = 0;
    for (Diagnostic finding : findings) {
      if (finding.severity() == severity) {
        count++;
      }
    }
    return count;
  }
}
