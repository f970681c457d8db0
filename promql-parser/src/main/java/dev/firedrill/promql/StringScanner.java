package dev.firedrill.promql;

import dev.firedrill.labels.GoQuote;
import org.jspecify.annotations.Nullable;

/// Finds the end of a string literal and checks its escapes.
public final class StringScanner {
  private static final String NOT_TERMINATED = "escape sequence not terminated";

  private final Cursor cursor;

  /// A scanner that moves `cursor`.
  public StringScanner(Cursor cursor) {
    this.cursor = cursor;
  }

  /// Moves past a string whose opening quote was read.
  ///
  /// @return what is wrong with it, or null
  public @Nullable String scan(int quote) {
    return quote == '`' ? scanRaw() : scanQuoted(quote);
  }

  private @Nullable String scanRaw() {
    while (true) {
      switch (cursor.next()) {
        case Cursor.REPLACEMENT -> {
          return "invalid UTF-8 rune";
        }
        case Cursor.END -> {
          return "unterminated raw string";
        }
        case '`' -> {
          return null;
        }
        default -> {}
      }
    }
  }

  private @Nullable String scanQuoted(int quote) {
    while (true) {
      int c = cursor.next();
      if (c == quote) {
        return null;
      }
      String problem =
          switch (c) {
            case '\\' -> scanEscape(quote);
            case Cursor.REPLACEMENT -> "invalid UTF-8 rune";
            case Cursor.END, '\n' -> "unterminated quoted string";
            default -> null;
          };
      if (problem != null) {
        return problem;
      }
    }
  }

  private @Nullable String scanEscape(int quote) {
    int c = cursor.next();
    if (c == quote) {
      return null;
    }
    return switch (c) {
      case 'a', 'b', 'f', 'n', 'r', 't', 'v', '\\' -> null;
      case '0', '1', '2', '3', '4', '5', '6', '7' -> scanDigits(c, 3, 8, 0xff);
      case 'x' -> scanDigits(cursor.next(), 2, 16, 0xff);
      case 'u' -> scanDigits(cursor.next(), 4, 16, Character.MAX_CODE_POINT);
      case 'U' -> scanDigits(cursor.next(), 8, 16, Character.MAX_CODE_POINT);
      case Cursor.END -> NOT_TERMINATED;
      default -> "unknown escape sequence " + GoQuote.unicode(c);
    };
  }

  private @Nullable String scanDigits(int first, int count, int base, int max) {
    int c = first;
    long value = 0;
    for (int left = count; left > 0; left--) {
      int digit = c >= 0 && c < 0x80 ? Character.digit(c, base) : -1;
      if (digit < 0) {
        return c == Cursor.END
            ? NOT_TERMINATED
            : "illegal character " + GoQuote.unicode(c) + " in escape sequence";
      }
      value = value * base + digit;
      if (left > 1) {
        c = cursor.next();
      }
    }
    boolean surrogate = value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
    return value > max || surrogate ? "escape sequence is an invalid Unicode code point" : null;
  }
}
