package dev.firedrill.cli.report;

import dev.firedrill.alertmanager.edit.RouteFormat.Formatted;
import dev.firedrill.cli.routing.RouteFormatRun;
import dev.firedrill.diagnostic.DiagnosticText;
import dev.firedrill.diagnostic.TextStyle;
import dev.firedrill.diagnostic.UnifiedDiff;
import java.io.IOException;

/// Which configurations were formatted, or would be, for people.
///
/// @param check whether nothing was written; what would change is shown as a diff
/// @param style how findings are shown
/// @param quiet whether only names and findings are shown
/// @param verbose whether all files that were skipped are named
public record RouteFormatText(
    RouteFormatRun run, boolean check, TextStyle style, boolean quiet, boolean verbose)
    implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    for (Formatted file : run.changed()) {
      String path = file.before().path();
      if (!check) {
        out.append("formatted ").append(path).append('\n');
      } else if (quiet) {
        out.append(path).append('\n');
      } else {
        String diff = UnifiedDiff.of(path, file.before().text(), file.after().text());
        for (String line : diff.lines().toList()) {
          out.append(style.masking().maskSource(file.before(), line)).append('\n');
        }
      }
    }
    out.append(new DiagnosticText(style).render(run.findings()));
    if (!quiet) {
      out.append(summary()).append(SkippedText.count(run.skipped())).append('\n');
      SkippedText.write(run.skipped(), verbose, out);
    }
  }

  private String summary() {
    String files = Counted.of(run.files().size(), "file");
    if (run.places() == 0) {
      return "nothing to format in " + files;
    }
    return (check ? "would format " : "formatted ")
        + Counted.of(run.places(), "list")
        + " of matchers in "
        + Counted.of(run.changed().size(), "file")
        + " of "
        + run.files().size();
  }
}
