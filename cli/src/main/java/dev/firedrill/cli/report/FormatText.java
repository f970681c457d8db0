package dev.firedrill.cli.report;

import dev.firedrill.cli.input.FormatRun;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.DiagnosticText;
import dev.firedrill.diagnostic.TextStyle;
import dev.firedrill.diagnostic.UnifiedDiff;
import dev.firedrill.rules.edit.RuleFormat.Formatted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Which rule files were formatted, or would be, for people.
///
/// @param check whether nothing was written; what would change is shown as a diff
/// @param quiet whether only names and findings are shown
/// @param verbose whether all files that were skipped are named
public record FormatText(
    FormatRun run, boolean check, boolean colored, boolean quiet, boolean verbose)
    implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    for (Formatted file : run.changed()) {
      changed(file, out);
    }
    List<Diagnostic> findings = new ArrayList<>(run.unreadable());
    findings.addAll(run.remarks());
    out.append(new DiagnosticText(TextStyle.PLAIN.withColours(colored)).render(findings));
    if (!quiet) {
      out.append(summary()).append(SkippedText.count(run.skipped())).append('\n');
      SkippedText.write(run.skipped(), verbose, out);
    }
  }

  private void changed(Formatted file, Appendable out) throws IOException {
    String path = file.before().path();
    if (!check) {
      out.append("formatted ").append(path).append('\n');
    } else if (quiet) {
      out.append(path).append('\n');
    } else {
      out.append(UnifiedDiff.of(path, file.before().text(), file.after().text()));
    }
  }

  private String summary() {
    String files = Counted.of(run.files().size(), "file");
    if (run.expressions() == 0) {
      return "nothing to format in " + files;
    }
    return (check ? "would format " : "formatted ")
        + Counted.of(run.expressions(), "expression")
        + " in "
        + Counted.of(run.changed().size(), "file")
        + " of "
        + run.files().size();
  }
}
