package dev.firedrill.yaml;

/// Finds the quote that was forgotten to close, once a file is known not to be YAML.
///
/// A value whose quote is not closed swallows the lines that follow, up to the quote that was meant
/// to open the next value; the parser complains only there, or even at the end of the file.
final class UnclosedQuote {
  private final String text;
  private final int error;

  private UnclosedQuote(String text, int error) {
    this.text = text;
    this.error = error;
  }

  /// {@return where the quote stands that is not closed; -1 if that is not what is wrong}
  /// @param error where the parser noticed
  static int find(String text, int error) {
    return new UnclosedQuote(text, error).search();
  }

  private int search() {
    int line = 0;
    int blockIndent = -1;
    while (line < text.length() && line <= error) {
      int end = lineEnd(line);
      int indent = indent(line, end);
      boolean blank = line + indent >= end;
      if (blockIndent >= 0 && (blank || indent > blockIndent)) {
        line = end + 1;
        continue;
      }
      blockIndent = opensBlock(line, end) ? indent : -1;
      int value = valueStart(line + indent, end);
      boolean quoted = value < end && (text.charAt(value) == '"' || text.charAt(value) == '\'');
      if (!quoted) {
        line = end + 1;
        continue;
      }
      int close = close(value);
      if (close < 0 || (close > end && looksLikeOpening(close))) {
        return value;
      }
      line = lineEnd(close) + 1;
    }
    return -1;
  }

  /// {@return where the value of a line starts, after dashes and a key}
  private int valueStart(int from, int end) {
    int at = from;
    while (at + 1 < end && text.charAt(at) == '-' && text.charAt(at + 1) == ' ') {
      at = skipSpaces(at + 1, end);
    }
    int i = at;
    while (i < end && isKeyPart(text.charAt(i))) {
      i++;
    }
    boolean key = i > at && i + 1 < end && text.charAt(i) == ':' && text.charAt(i + 1) == ' ';
    return key ? skipSpaces(i + 1, end) : at;
  }

  private int close(int open) {
    char quote = text.charAt(open);
    int i = open + 1;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '\\' && quote == '"') {
        i += 2;
      } else if (c != quote) {
        i++;
      } else if (quote == '\'' && text.startsWith("''", i)) {
        i += 2;
      } else {
        return i;
      }
    }
    return -1;
  }

  /// {@return whether a quote stands where one is expected to open: after a key or a dash, or with
  /// more text after it}
  private boolean looksLikeOpening(int quote) {
    int start = quote;
    while (start > 0 && text.charAt(start - 1) != '\n') {
      start--;
    }
    int end = lineEnd(quote);
    boolean afterKey = quote > start && valueStart(start + indent(start, end), end) == quote;
    String rest = text.substring(quote + 1, end).strip();
    return afterKey || !(rest.isEmpty() || rest.startsWith("#"));
  }

  private boolean opensBlock(int start, int end) {
    int value = valueStart(start + indent(start, end), end);
    return value < end && (text.charAt(value) == '|' || text.charAt(value) == '>');
  }

  private int indent(int start, int end) {
    return skipSpaces(start, end) - start;
  }

  private int skipSpaces(int from, int end) {
    int i = from;
    while (i < end && text.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  private int lineEnd(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private static boolean isKeyPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == '$' || c == '/';
  }
}
