package dev.firedrill.yaml;

import java.util.BitSet;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/// Writes what Go's YAML libraries accept and SnakeYAML does not in a form that both accept,
/// character for character, so that no place moves.
///
/// Go takes tabs for white space between tokens, just not as indentation, and knows the escapes
/// `\'` and backslash-tab.
final class GoLeniency {
  // Each replacement means reading the file once more.
  private static final int MOST = 500;

  private final StringBuilder text;
  private final BitSet replaced = new BitSet();
  private int count;

  GoLeniency(String text) {
    this.text = new StringBuilder(text);
  }

  /// {@return the text to parse}
  String text() {
    return text.toString();
  }

  /// {@return whether a character between two places has been replaced}
  boolean touches(int start, int end) {
    int next = replaced.nextSetBit(start);
    return next >= 0 && next < end;
  }

  /// Replaces what an error is about.
  ///
  /// @param at where the error is
  /// @param inFlow whether this is within brackets or braces
  /// @return false if Go does not accept it either
  boolean replace(MarkedYAMLException error, int at, boolean inFlow) {
    String problem = String.valueOf(error.getProblem());
    if (at >= text.length() || count > MOST) {
      return false;
    }
    if (problem.startsWith("found unknown escape character")) {
      return escape(at);
    }
    if (text.charAt(at) != '\t') {
      return false;
    }
    if (problem.contains("cannot start any token")) {
      return separates(at, inFlow) && put(at, ' ') && colons(at);
    }
    boolean header =
        problem.startsWith("expected chomping") || problem.startsWith("expected a comment");
    return header && put(at, ' ');
  }

  private boolean escape(int at) {
    int after = text.charAt(at) == '\\' ? at + 1 : at;
    if (after >= text.length() || text.charAt(after - 1) != '\\') {
      return false;
    }
    return switch (text.charAt(after)) {
      case '\'' -> put(after, '"');
      case '\t' -> put(after, 't');
      default -> false;
    };
  }

  private boolean put(int at, char replacement) {
    text.setCharAt(at, replacement);
    replaced.set(at);
    count++;
    return true;
  }

  /// {@return whether a tab stands between two tokens, rather than before the first of a line}
  private boolean separates(int at, boolean inFlow) {
    int before = at;
    while (before > 0 && (text.charAt(before - 1) == ' ' || text.charAt(before - 1) == '\t')) {
      before--;
    }
    boolean lineStart = before == 0 || ScalarScanner.isBreak(text.charAt(before - 1));
    if (lineStart) {
      return inFlow || afterOpeningBracket(before) || goesOnComment(before, at);
    }
    char last = text.charAt(before - 1);
    boolean indicator = (last == '-' || last == '?') && startsToken(before - 1);
    return inFlow || !indicator;
  }

  private boolean startsToken(int at) {
    return at == 0 || text.charAt(at - 1) <= ' ';
  }

  private boolean afterOpeningBracket(int from) {
    int before = from;
    while (before > 0 && text.charAt(before - 1) <= ' ') {
      before--;
    }
    return before > 0 && "[{".indexOf(text.charAt(before - 1)) >= 0;
  }

  /// A comment may be indented by anything if the line above is a comment too.
  private boolean goesOnComment(int lineStart, int at) {
    int i = at;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    int above = text.lastIndexOf("\n", Math.max(0, lineStart - 2)) + 1;
    String line = lineStart > 0 ? text.substring(above, lineStart).strip() : "";
    return i < text.length() && text.charAt(i) == '#' && line.startsWith("#");
  }

  /// Where one tab stands after a colon others do; the file is not read once for each of them.
  private boolean colons(int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == '\t' && i > 0) {
        char before = text.charAt(i - 1);
        if (before == ':' || (before == ' ' && replaced.get(i - 1))) {
          text.setCharAt(i, ' ');
          replaced.set(i);
        }
      }
    }
    return true;
  }
}
