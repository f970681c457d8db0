package dev.firedrill.yaml;

import dev.firedrill.diagnostic.Span;
import org.jspecify.annotations.Nullable;

/// Finds a value like `{{ $labels.job }} is down` that stands without quotes: the commonest way to
/// write an annotation that is not YAML.
final class UnquotedAction {
  private UnquotedAction() {}

  /// {@return the value, on one of the lines from `from` to `to`; null if there is none}
  static @Nullable Span find(String text, int from, int to) {
    int line = text.lastIndexOf('\n', Math.max(0, from - 1)) + 1;
    while (line <= to && line < text.length()) {
      int end = text.indexOf('\n', line);
      end = end < 0 ? text.length() : end;
      int value = valueStart(text, line, end);
      if (value >= 0) {
        return new Span(value, strippedEnd(text, value, end));
      }
      line = end + 1;
    }
    return null;
  }

  private static int valueStart(String text, int line, int end) {
    int action = text.indexOf("{{", line);
    if (action < 0 || action >= end) {
      return -1;
    }
    int before = action;
    while (before > line && text.charAt(before - 1) == ' ') {
      before--;
    }
    boolean afterIndicator = before > line && "-:".indexOf(text.charAt(before - 1)) >= 0;
    return afterIndicator && before < action ? action : -1;
  }

  private static int strippedEnd(String text, int from, int end) {
    int stripped = end;
    while (stripped > from && text.charAt(stripped - 1) <= ' ') {
      stripped--;
    }
    return stripped;
  }
}
