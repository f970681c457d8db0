package dev.firedrill.cli.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Rows of texts in columns as wide as needed, the first row as head, two blanks between them. The
/// last column is not padded.
final class TextTable {
  private final List<List<String>> rows = new ArrayList<>();
  private final List<Integer> widths = new ArrayList<>();

  TextTable(String... head) {
    row(head);
  }

  /// Adds a row.
  void row(String... cells) {
    rows.add(List.of(cells));
    for (int i = 0; i < cells.length; i++) {
      int width = DisplayWidth.of(cells[i]);
      if (i == widths.size()) {
        widths.add(width);
      } else {
        widths.set(i, Math.max(widths.get(i), width));
      }
    }
  }

  void write(Appendable out, Paint paint) throws IOException {
    for (int i = 0; i < rows.size(); i++) {
      String line = line(rows.get(i));
      out.append(i == 0 ? paint.faint(line) : line).append('\n');
    }
  }

  private String line(List<String> row) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      String cell = row.get(i);
      line.append(DisplayWidth.padded(cell, widths.get(i))).append("  ");
    }
    return line.toString().stripTrailing();
  }
}
