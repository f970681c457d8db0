package dev.firedrill.engine.script;

import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/// An error, warning or information that an expression must give.
///
/// @param text the whole message; null where any will do
/// @param regex what must be found in the message; null where any will do
record ExpectedMessage(Kind kind, @Nullable String text, @Nullable Pattern regex) {
  /// What kind of message.
  enum Kind {
    FAIL,
    WARN,
    INFO
  }

  boolean matches(String message) {
    Pattern pattern = regex();
    if (pattern != null) {
      return pattern.matcher(message).find();
    }
    String whole = text();
    return whole == null || whole.equals(message);
  }

  /// {@return what is expected, for people}
  String describe() {
    Pattern pattern = regex();
    if (pattern != null) {
      return "one that matches " + pattern;
    }
    String whole = text();
    return whole == null ? "any" : "'" + whole + "'";
  }
}
