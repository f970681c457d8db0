package dev.firedrill.cli.report;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.DiagnosticText;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.TextStyle;
import dev.firedrill.engine.script.EvalOutcome;
import java.io.IOException;
import java.util.List;

/// How scripts went, for people: the evaluations that failed, then one line of counts.
///
/// @param diagnostics what is wrong with the scripts themselves
/// @param colored whether ANSI colours are used
public record ScriptText(List<EvalOutcome> outcomes, List<Diagnostic> diagnostics, boolean colored)
    implements Report {
  public ScriptText {
    outcomes = List.copyOf(outcomes);
    diagnostics = List.copyOf(diagnostics);
  }

  @Override
  public void write(Appendable out) throws IOException {
    out.append(new DiagnosticText(TextStyle.PLAIN.withColours(colored)).render(diagnostics));
    int passed = 0;
    for (EvalOutcome outcome : outcomes) {
      if (outcome.passed()) {
        passed++;
      } else {
        Location place = outcome.eval().location();
        out.append(place.file().path()).append(':').append(String.valueOf(place.start().line()));
        out.append(": ").append(outcome.eval().expr()).append('\n');
        out.append("  ").append(outcome.reason()).append('\n');
      }
    }
    out.append(String.valueOf(passed)).append(" passed, ");
    out.append(String.valueOf(outcomes.size() - passed)).append(" failed\n");
  }
}
