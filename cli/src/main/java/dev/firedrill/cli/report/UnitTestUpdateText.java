package dev.firedrill.cli.report;

import dev.firedrill.cli.input.UnitTestUpdate;
import dev.firedrill.diagnostic.DiagnosticText;
import dev.firedrill.diagnostic.TextStyle;
import dev.firedrill.diagnostic.UnifiedDiff;
import dev.firedrill.rules.test.update.TestFileUpdate;
import java.io.IOException;

/// What was changed in files of unit tests, for people: a diff of each file, the files that were
/// left alone, and one line of counts.
///
/// @param colored whether ANSI colours are used
/// @param quiet whether the counts are left out
public record UnitTestUpdateText(UnitTestUpdate update, boolean colored, boolean quiet)
    implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    for (TestFileUpdate file : update.updates()) {
      if (file.changed()) {
        String path = file.before().path();
        out.append(UnifiedDiff.of(path, file.before().text(), file.after().text()));
      }
    }
    out.append(
        new DiagnosticText(TextStyle.PLAIN.withColours(colored)).render(update.diagnostics()));
    if (!quiet) {
      out.append("updated ").append(Counted.of(update.assertions(), "assertion"));
      out.append(" in ").append(Counted.of(update.files(), "file")).append('\n');
    }
  }
}
