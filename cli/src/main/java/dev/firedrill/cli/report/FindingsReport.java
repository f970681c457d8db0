package dev.firedrill.cli.report;

import dev.firedrill.cli.finding.Changes;
import dev.firedrill.cli.finding.Judgement;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.DiagnosticText;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.TextStyle;
import dev.firedrill.lint.Silenced;
import java.io.IOException;

/// Findings for people: each with its source, then one line of summary.
///
/// @param style how they are shown
/// @param quiet whether the summary is left out
/// @param verbose whether what was read and what is silenced is named, too
public record FindingsReport(Judgement judgement, TextStyle style, boolean quiet, boolean verbose)
    implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    if (!judgement.findings().isEmpty()) {
      out.append(new DiagnosticText(style).render(judgement.findings()));
    }
    if (verbose) {
      details(out);
    }
    if (!quiet) {
      out.append(summary()).append('\n');
      for (String remark : judgement.remarks()) {
        out.append(remark).append('\n');
      }
      changes(out);
      SkippedText.write(judgement.skipped(), verbose, out);
    }
  }

  /// {@return how many findings there are of each check, then the summary}
  public Report statistics() {
    return out -> {
      out.append(FindingStatistics.text(judgement.findings()));
      if (!quiet) {
        out.append(summary()).append('\n');
      }
    };
  }

  private void details(Appendable out) throws IOException {
    for (String path : judgement.paths()) {
      out.append("read: ").append(path).append('\n');
    }
    for (Silenced silenced : judgement.silenced()) {
      Location place = silenced.finding().location();
      out.append("silenced: ").append(place.file().path());
      out.append(":" + place.start().line() + ":" + place.start().column() + ": ");
      out.append(silenced.finding().check());
      String reason = judgement.mask(silenced.reason());
      out.append(reason.isEmpty() ? "" : " (" + reason + ")").append('\n');
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
    text.append(text.isEmpty() ? "no findings in " : " in ")
        .append(Counted.of(judgement.paths().size(), "file"));
    if (judgement.rules() >= 0) {
      text.append(", ").append(Counted.of(judgement.rules(), "rule"));
    }
    if (judgement.fixable() > 0) {
      text.append(", ").append(judgement.fixable()).append(" fixable with --fix");
    }
    return text.append(SkippedText.count(judgement.skipped())).toString();
  }

  private void changes(Appendable out) throws IOException {
    Changes changes = judgement.changes();
    String files = " in " + Counted.of(changes.files().size(), "file") + "\n";
    if (changes.mends()) {
      out.append(changes.written() ? "fixed " : "would fix ");
      out.append(Counted.of(changes.fixed(), "finding"));
      out.append(changes.silences() ? "\n" : files);
    }
    if (changes.silences()) {
      out.append(changes.written() ? "silenced " : "would silence ");
      out.append(Counted.of(changes.ignored(), "finding"));
      out.append(" by comments").append(files);
    }
  }

  private int count(Severity severity) {
    int count = 0;
    for (Diagnostic finding : judgement.findings()) {
      if (finding.severity() == severity) {
        count++;
      }
    }
    return count;
  }
}
