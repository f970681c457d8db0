package dev.firedrill.diagnostic;

/// A line of a file as a terminal shows it: tabs as spaces, control characters as pictures, and the
/// column at which each character stands.
final class DisplayLine {
  private static final String TAB = "    ";
  private static final String CUT = "...";

  private final String shown;

  // For each UTF-16 unit of the line and its end, the column in `shown`, and the place there.
  private final int[] columns;
  private final int[] places;

  private DisplayLine(String shown, int[] columns, int[] places) {
    this.shown = shown;
    this.columns = columns;
    this.places = places;
  }

  static DisplayLine of(String line) {
    StringBuilder out = new StringBuilder(line.length());
    int[] columns = new int[line.length() + 1];
    int[] places = new int[line.length() + 1];
    int column = 0;
    int i = 0;
    while (i < line.length()) {
      int codePoint = line.codePointAt(i);
      int units = Character.charCount(codePoint);
      for (int unit = 0; unit < units; unit++) {
        columns[i + unit] = column;
        places[i + unit] = out.length();
      }
      column += append(out, codePoint);
      i += units;
    }
    columns[line.length()] = column;
    places[line.length()] = out.length();
    return new DisplayLine(out.toString(), columns, places);
  }

  /// Appends a character as shown.
  ///
  /// @return the columns it takes
  private static int append(StringBuilder out, int codePoint) {
    if (codePoint == '\t') {
      out.append(TAB);
      return TAB.length();
    }
    if (codePoint < 0x20) {
      // Unicode has a picture for each of them.
      out.appendCodePoint(0x2400 + codePoint);
      return 1;
    }
    boolean hidden = (codePoint >= 0x7f && codePoint < 0xa0) || isSurrogateOrDirection(codePoint);
    out.appendCodePoint(hidden ? 0xfffd : codePoint);
    return hidden ? 1 : DisplayWidth.of(codePoint);
  }

  /// Characters that would change the order of those around them on a terminal.
  private static boolean isSurrogateOrDirection(int codePoint) {
    return (codePoint >= 0xd800 && codePoint <= 0xdfff)
        || (codePoint >= 0x202a && codePoint <= 0x202e)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }

  /// {@return the line and below it a line that marks a part of it}
  ///
  /// @param from where the part starts, in UTF-16 units of the line
  /// @param to where it ends; an empty part gets one mark
  /// @param width the most columns to show; lines beyond are cut, but not at the part
  Marked mark(int from, int to, char mark, int width) {
    int first = columns[from];
    int count = Math.max(1, columns[to] - first);
    if (columns[columns.length - 1] <= width) {
      return new Marked(shown.stripTrailing(), " ".repeat(first), repeat(mark, count));
    }
    int left = unitAt(Math.max(0, first - width / 4));
    int right = unitAt(columns[left] + width - 2 * CUT.length());
    String head = left == 0 ? "" : CUT;
    String tail = right == columns.length - 1 ? "" : CUT;
    int visible = Math.min(count, Math.max(1, columns[right] - first));
    return new Marked(
        head + shown.substring(places[left], places[right]) + tail,
        " ".repeat(head.length() + first - columns[left]),
        repeat(mark, visible));
  }

  private int unitAt(int column) {
    int unit = 0;
    while (unit < columns.length - 1 && columns[unit] < column) {
      unit++;
    }
    return unit;
  }

  private static String repeat(char mark, int count) {
    return String.valueOf(mark).repeat(count);
  }

  /// A line, the white space below it, and the marks that follow that.
  record Marked(String line, String space, String marks) {}
}
