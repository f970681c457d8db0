package dev.firedrill.diagnostic;

/// The lines of a file that a span covers, with marks below them:
///
/// ```text
///  8 |     expr: sum(rate(x[5m])))
///    |                           ^
/// ```
final class Excerpt {
  private final TextStyle style;
  private final StringBuilder out;

  Excerpt(TextStyle style, StringBuilder out) {
    this.style = style;
    this.out = out;
  }

  /// Appends the lines of a place; of more than two only the first and the last.
  ///
  /// @param gutter the columns that line numbers take
  void append(Location location, char mark, Colour colour, int gutter) {
    SourceFile file = location.file();
    if (!file.isText()) {
      return;
    }
    Span span = location.span();
    int first = location.start().line();
    int last = lastLine(location);
    if (first == last) {
      int start = file.lineStart(first);
      line(file, first, span.start() - start, span.end() - start, mark, colour, gutter);
      return;
    }
    line(
        file, first, span.start() - file.lineStart(first), Integer.MAX_VALUE, mark, colour, gutter);
    if (last > first + 1) {
      out.append(" ".repeat(gutter)).append(Colour.GUTTER.paint(" ...", style.colours()));
      out.append('\n');
    }
    int end = span.end() - file.lineStart(last);
    line(file, last, firstText(file.line(last), end), end, mark, colour, gutter);
  }

  /// {@return the number of columns that the line numbers of a place need}
  static int gutter(Location location) {
    return Integer.toString(lastLine(location)).length();
  }

  /// A span that ends at the very start of a line ends with the line before it.
  private static int lastLine(Location location) {
    int first = location.start().line();
    int last = location.end().line();
    boolean atStart = location.file().lineStart(last) == location.span().end();
    return last > first && atStart ? last - 1 : last;
  }

  private static int firstText(String line, int end) {
    int at = 0;
    while (at < end && at < line.length() && line.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }

  private void line(
      SourceFile file, int number, int from, int to, char mark, Colour colour, int gutter) {
    String text = style.masking().maskLine(file, number);
    int start = Math.min(from, text.length());
    int end = Math.max(start, Math.min(to, text.length()));
    DisplayLine.Marked marked = DisplayLine.of(text).mark(start, end, mark, style.width());
    String digits = Integer.toString(number);
    gutter(" ".repeat(gutter - digits.length()) + digits, marked.line());
    out.append(marked.line()).append('\n');
    gutter(" ".repeat(gutter), marked.marks());
    out.append(marked.space()).append(colour.paint(marked.marks(), style.colours())).append('\n');
  }

  private void gutter(String number, String following) {
    String bar = following.isEmpty() ? " |" : " | ";
    out.append(Colour.GUTTER.paint(number + bar, style.colours()));
  }
}
