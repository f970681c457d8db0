package dev.firedrill.cli.report;

import java.io.IOException;

/// A report whose lines are folded where they are longer than the terminal is wide: at blanks, and
/// what follows is indented more than the line. Bars between `│` stay whole, and so does what has
/// no blanks.
///
/// @param width in columns
public record FoldedText(Report report, int width) implements Report {
  private static final int MORE = 2;

  @Override
  public void write(Appendable out) throws IOException {
    StringBuilder text = new StringBuilder();
    report.write(text);
    int start = 0;
    for (int end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
      line(out, text.substring(start, end));
      start = end + 1;
    }
    out.append(text, start, text.length());
  }

  private void line(Appendable out, String line) throws IOException {
    String indent = " ".repeat(indent(line) + MORE);
    String rest = line;
    int fold = fold(rest);
    while (fold > 0) {
      out.append(rest.substring(0, fold).stripTrailing()).append('\n');
      rest = indent + rest.substring(fold).stripLeading();
      fold = fold(rest);
    }
    out.append(rest).append('\n');
  }

  // Where the line is to be folded: at the last blank that leaves no more than the width, rather
  // between columns where that leaves half of it; 0 where it need not be folded, or cannot.
  private int fold(String line) {
    if (DisplayWidth.of(line) <= width) {
      return 0;
    }
    int last = DisplayWidth.end(line, width);
    boolean bars = false;
    int word = 0;
    int column = 0;
    for (int i = indent(line) + 1; i <= last; i++) {
      char c = line.charAt(i);
      bars ^= c == '│';
      if (c == ' ' && !bars) {
        word = i;
        column = line.charAt(i - 1) == ' ' ? i : column;
      }
    }
    return column > width / 2 ? column : word;
  }

  private static int indent(String line) {
    int indent = 0;
    while (indent < line.length() && line.charAt(indent) == ' ') {
      indent++;
    }
    return indent;
  }
}
