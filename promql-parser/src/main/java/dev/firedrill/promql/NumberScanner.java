package dev.firedrill.promql;

/// Finds the end of a number or duration. What it accepts is not always a number: the parser says
/// so where it reads the value.
public final class NumberScanner {
  private static final String DECIMAL = "0123456789";
  private static final String HEXADECIMAL = "0123456789abcdefABCDEF";
  private static final String EXPONENT = "eE";
  // What may stand neither after an exponent nor after an underscore.
  private static final String NOT_AFTER = "._eE";
  private static final String UNITS = "smhdwy";
  // A year only ever comes first.
  private static final String LATER_UNITS = "smhdw";

  private final Cursor cursor;
  private final boolean inSeries;

  /// A scanner of expressions that moves `cursor`.
  NumberScanner(Cursor cursor) {
    this(cursor, false);
  }

  /// A scanner that moves `cursor`.
  ///
  /// @param inSeries whether an `x` says how often a number is repeated, as in series notation;
  ///     there are no hexadecimal numbers then
  public NumberScanner(Cursor cursor, boolean inSeries) {
    this.cursor = cursor;
    this.inSeries = inSeries;
  }

  /// Moves past a number.
  ///
  /// @return false where there is none; the cursor then stands where that showed, which may be the
  ///     unit of a duration
  public boolean scanNumber() {
    int start = cursor.position();
    String digits = DECIMAL;
    if (!inSeries && cursor.accept("0") && cursor.accept("xX")) {
      cursor.accept("_");
      digits = HEXADECIMAL;
    }
    cursor.accept(".");
    cursor.accept(digits);
    return scanRest(digits) && cursor.position() > start && isAtEnd();
  }

  private boolean isAtEnd() {
    return !Cursor.isLetterOrDigit(cursor.peek()) || (inSeries && cursor.isAt("x"));
  }

  private boolean scanRest(String digits) {
    boolean dotSeen = false;
    boolean exponentSeen = false;
    while (cursor.isAt(digits) || cursor.isAt("._") || cursor.isAt(EXPONENT)) {
      if (cursor.isAt(".")) {
        cursor.accept(".");
        if (dotSeen || cursor.accept("_.") || digits.equals(HEXADECIMAL)) {
          return false;
        }
        dotSeen = true;
      } else if (cursor.isAt(EXPONENT)) {
        cursor.accept(EXPONENT);
        if (exponentSeen || !scanExponentSign()) {
          return false;
        }
        exponentSeen = true;
      } else if (cursor.accept("_")) {
        if (cursor.accept(NOT_AFTER) || cursor.peek() == Cursor.END) {
          return false;
        }
      } else {
        cursor.acceptAll(digits);
      }
    }
    return true;
  }

  private boolean scanExponentSign() {
    cursor.accept("+-");
    return !cursor.accept(NOT_AFTER) && cursor.peek() != Cursor.END;
  }

  /// Moves past the rest of a duration, the digits of whose first part were read as a number.
  public boolean scanRestOfDuration() {
    if (!cursor.accept(UNITS)) {
      return false;
    }
    // The second letter of "ms"; the parser refuses "hs".
    cursor.accept("s");
    while (cursor.accept(DECIMAL)) {
      cursor.acceptAll(DECIMAL);
      if (!cursor.accept(LATER_UNITS)) {
        return false;
      }
      cursor.accept("s");
    }
    int end = cursor.position();
    if (Cursor.isLetterOrDigit(cursor.next())) {
      return false;
    }
    cursor.moveTo(end);
    return true;
  }
}
