package dev.firedrill.yaml;

/// Reads the lines of a literal or folded block.
final class BlockScanner {
  private final ScalarScanner out;
  private final String text;
  private final int end;
  private final boolean folded;
  private final int indent;
  private int at;

  // The block's own choice of what happens to the line breaks at its end.
  private final boolean strip;
  private final boolean keep;

  BlockScanner(ScalarScanner out, ScalarStyle style) {
    this.out = out;
    this.text = out.text();
    this.end = out.end();
    this.folded = style == ScalarStyle.FOLDED;
    int header = out.at();
    this.at = lineEnd(header);
    String indicators = text.substring(header, Math.min(this.at, header + 3));
    this.strip = indicators.indexOf('-') > 0;
    this.keep = !strip && indicators.indexOf('+') > 0;
    this.at = afterBreak(this.at);
    this.indent = 0;
  }

  private BlockScanner(BlockScanner header, int indent) {
    this.out = header.out;
    this.text = header.text;
    this.end = header.end;
    this.folded = header.folded;
    this.at = header.at;
    this.strip = header.strip;
    this.keep = header.keep;
    this.indent = indent;
  }

  /// Reads the block into the scanner's value. The indentation is what stands before the first line
  /// that is not empty, less the spaces with which the value starts: so an indentation indicator
  /// need not be looked at.
  void scan(String expected) {
    int firstLine = at;
    int blanks = 0;
    while (firstLine < end) {
      blanks = spaces(firstLine);
      if (firstLine + blanks >= end || !ScalarScanner.isBreak(text.charAt(firstLine + blanks))) {
        break;
      }
      firstLine = afterBreak(firstLine + blanks);
    }
    int own = 0;
    int lineStart = lastLeadingBreak(expected);
    while (lineStart + own < expected.length() && expected.charAt(lineStart + own) == ' ') {
      own++;
    }
    new BlockScanner(this, Math.max(0, blanks - own)).lines();
  }

  private static int lastLeadingBreak(String value) {
    int i = 0;
    while (i < value.length() && ScalarScanner.isBreak(value.charAt(i))) {
      i++;
    }
    return i;
  }

  private void lines() {
    emptyLines();
    int breakAt = -1;
    int breakEnd = -1;
    while (at < end && spaces(at) >= indent) {
      int start = at + indent;
      boolean startsPlain = start < end && !isBlank(text.charAt(start));
      int stop = lineEnd(start);
      for (int i = start; i < stop; i++) {
        out.emit(text.charAt(i), i, i + 1);
      }
      breakAt = stop;
      breakEnd = afterBreak(stop);
      at = breakEnd;
      if (breakAt == breakEnd) {
        return;
      }
      int next = afterEmptyLines(at);
      if (next >= end || spaces(next) < indent || isShortLast(next)) {
        break;
      }
      boolean fold =
          folded && startsPlain && !isBlank(text.charAt(next + indent)) && isFeed(breakAt);
      if (!fold) {
        out.emit(ScalarScanner.asBreak(text.charAt(breakAt)), breakAt, breakEnd);
      } else if (next == at) {
        out.emit(' ', breakAt, next + indent);
      }
      emptyLines();
    }
    if (breakAt >= 0 && !strip) {
      out.emit(ScalarScanner.asBreak(text.charAt(breakAt)), breakAt, breakEnd);
    }
    if (keep) {
      at = breakAt < 0 ? at : breakEnd;
      emptyLinesAtEnd(breakAt < 0);
    }
  }

  private boolean isShortLast(int lineStart) {
    return lineStart + indent >= end;
  }

  private void emptyLinesAtEnd(boolean alreadyRead) {
    if (!alreadyRead) {
      emptyLines();
    }
  }

  private boolean isFeed(int index) {
    return !ScalarScanner.isKeptBreak(text.charAt(index));
  }

  /// Emits a line break for each line of nothing but at most `indent` spaces.
  private void emptyLines() {
    while (isEmptyLine(at)) {
      int breakAt = at + spaces(at);
      int next = afterBreak(breakAt);
      out.emit(ScalarScanner.asBreak(text.charAt(breakAt)), breakAt, next);
      at = next;
    }
  }

  private int afterEmptyLines(int from) {
    int next = from;
    while (isEmptyLine(next)) {
      next = afterBreak(next + spaces(next));
    }
    return next;
  }

  private boolean isEmptyLine(int lineStart) {
    if (lineStart >= end) {
      return false;
    }
    int blanks = spaces(lineStart);
    return (blanks <= indent)
        && lineStart + blanks < end
        && ScalarScanner.isBreak(text.charAt(lineStart + blanks));
  }

  private int spaces(int from) {
    int i = from;
    while (i < end && text.charAt(i) == ' ') {
      i++;
    }
    return i - from;
  }

  private int lineEnd(int from) {
    int i = from;
    while (i < end && !ScalarScanner.isBreak(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private int afterBreak(int index) {
    return index < end ? Math.min(end, index + out.breakLength(index)) : index;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
