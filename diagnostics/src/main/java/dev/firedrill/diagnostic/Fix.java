package dev.firedrill.diagnostic;

import java.util.List;

/// A change that mends what a diagnostic reports.
///
/// @param title what it does, as an instruction: `replace holt_winters by ...`
/// @param edits text edits that do not overlap
public record Fix(String title, List<TextEdit> edits) {
  public Fix {
    edits = List.copyOf(edits);
  }
}
