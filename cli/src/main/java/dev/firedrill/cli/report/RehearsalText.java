package dev.firedrill.cli.report;

import dev.firedrill.cli.rehearsal.Rehearsal;
import dev.firedrill.cli.rehearsal.Section;
import dev.firedrill.diagnostic.DiagnosticText;
import dev.firedrill.diagnostic.TextStyle;
import java.io.IOException;
import java.util.List;

/// Rehearsals for people: what is wrong in detail, then one screen of summary.
///
/// @param style how findings are shown
/// @param quiet whether only what is wrong is shown
public record RehearsalText(List<Rehearsal> rehearsals, TextStyle style, boolean quiet)
    implements Report {
  private static final int COLUMN = 10;

  public RehearsalText {
    rehearsals = List.copyOf(rehearsals);
  }

  @Override
  public void write(Appendable out) throws IOException {
    for (Rehearsal rehearsal : rehearsals) {
      if (!rehearsal.notes().isEmpty()) {
        out.append(new DiagnosticText(style).render(rehearsal.notes()));
      }
      for (Section section : rehearsal.sections()) {
        for (String detail : section.details()) {
          out.append(detail);
        }
      }
      if (!quiet) {
        summary(out, rehearsal);
      }
    }
  }

  private static void summary(Appendable out, Rehearsal rehearsal) throws IOException {
    out.append("stack ").append(rehearsal.stack()).append('\n');
    for (Section section : rehearsal.sections()) {
      String title = section.title();
      out.append("  ").append(mark(section)).append(title);
      out.append(" ".repeat(Math.max(1, COLUMN - title.length())));
      out.append(section.summary()).append('\n');
      for (String row : section.rows()) {
        out.append("          ").append(row).append('\n');
      }
    }
  }

  private static String mark(Section section) {
    return switch (section.outcome()) {
      case PASSED -> "ok      ";
      case FAILED -> "FAILED  ";
      case MISSING -> "-       ";
    };
  }
}
