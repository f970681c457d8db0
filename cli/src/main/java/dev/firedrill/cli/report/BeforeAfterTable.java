package dev.firedrill.cli.report;

import java.util.ArrayList;
import java.util.List;

/// A table of what was and what is, for people.
final class BeforeAfterTable {
  private final List<List<String>> rows = new ArrayList<>();

  BeforeAfterTable() {
    row("", "before", "after");
  }

  void row(String name, long before, long after) {
    row(name, String.valueOf(before), String.valueOf(after));
  }

  void row(String name, String before, String after) {
    rows.add(List.of(name, before, after));
  }

  /// {@return the rows, numbers aligned at the right}
  String text() {
    int[] widths = new int[3];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      text.append(row.getFirst()).append(" ".repeat(widths[0] - row.getFirst().length()));
      for (int i = 1; i < widths.length; i++) {
        text.append("  ").append(" ".repeat(widths[i] - row.get(i).length())).append(row.get(i));
      }
      text.append('\n');
    }
    return text.toString();
  }
}
