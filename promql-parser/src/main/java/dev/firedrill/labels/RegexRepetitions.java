package dev.firedrill.labels;

import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;

/// Counts the copies that the repetitions of a regular expression amount to.
///
/// Go refuses repetitions inside repetitions that amount to more than 1000 copies; RE2/J would run
/// out of memory over them.
final class RegexRepetitions {
  private static final int MAX_COPIES = 1000;

  private final String regex;
  // Copies of the last atom and, inside groups, the most of any atom so far.
  private final Deque<Integer> outer = new ArrayDeque<>();
  private int copies = 1;
  private int most = 1;
  private int place;

  private RegexRepetitions(String regex) {
    this.regex = regex;
  }

  /// Fails as Go does where repetitions amount to more than 1000 copies.
  ///
  /// @throws PatternSyntaxException with Go's message
  static void check(String regex) {
    if (regex.indexOf('{') >= 0) {
      new RegexRepetitions(regex).check();
    }
  }

  private void check() {
    while (place < regex.length()) {
      switch (regex.charAt(place)) {
        case '\\' -> escape();
        case '[' -> characterClass();
        case '(' -> open();
        case ')' -> close();
        case '{' -> repetition();
        case '*', '+', '?' -> place++;
        default -> atom(place + 1);
      }
    }
  }

  private void atom(int end) {
    most = Math.max(most, copies);
    copies = 1;
    place = end;
  }

  private void escape() {
    if (regex.startsWith("\\Q", place)) {
      int end = regex.indexOf("\\E", place);
      atom(end < 0 ? regex.length() : end + 2);
    } else {
      atom(Math.min(place + 2, regex.length()));
    }
  }

  private void characterClass() {
    int i = place + 1;
    i += i < regex.length() && regex.charAt(i) == '^' ? 1 : 0;
    // A bracket right at the start stands for itself.
    i += i < regex.length() && regex.charAt(i) == ']' ? 1 : 0;
    while (i < regex.length() && regex.charAt(i) != ']') {
      if (regex.startsWith("[:", i) && regex.indexOf(":]", i) > 0) {
        i = regex.indexOf(":]", i) + 1;
      }
      i += regex.charAt(i) == '\\' ? 2 : 1;
    }
    atom(Math.min(i + 1, regex.length()));
  }

  private void open() {
    atom(place + 1);
    outer.push(most);
    most = 1;
  }

  private void close() {
    int inner = Math.max(most, copies);
    most = outer.isEmpty() ? 1 : outer.pop();
    copies = inner;
    place++;
  }

  private void repetition() {
    int start = place;
    int end = regex.indexOf('}', start);
    int[] bounds = end < 0 ? new int[0] : bounds(regex.substring(start + 1, end));
    if (bounds.length == 0) {
      atom(start + 1);
      return;
    }
    place = end + 1;
    int count = bounds[1] < 0 ? bounds[0] : bounds[1];
    boolean counts = bounds[0] >= 2 || bounds[1] >= 2;
    if (counts && (long) count * copies > MAX_COPIES) {
      boolean lazy = regex.startsWith("?", place);
      throw new PatternSyntaxException(
          "invalid repeat count", regex.substring(start, lazy ? place + 1 : place));
    }
    copies = Math.max(1, count * copies);
  }

  // Least and most, the latter -1 where it is open; nothing where the text is no repetition.
  private static int[] bounds(String text) {
    int comma = text.indexOf(',');
    int least = number(comma < 0 ? text : text.substring(0, comma));
    boolean open = comma == text.length() - 1 && comma >= 0;
    int most = comma < 0 ? least : open ? -1 : number(text.substring(comma + 1));
    return least < 0 || (most < 0 && !open) ? new int[0] : new int[] {least, most};
  }

  // -1 where the text is no number; one beyond the limit where it is too large.
  private static int number(String text) {
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = Math.min(value * 10 + c - '0', MAX_COPIES + 1);
    }
    return text.isEmpty() ? -1 : value;
  }
}
