package dev.firedrill.series.text;

/// Reads numbers of few digits, which nearly all are, straight from the bytes of a line: `17`,
/// `-0.25`, `1795161600.123`.
///
/// As many digits are exact as a whole number, and so is the power of ten that it is divided by, so
/// the quotient is rounded once: it has the bits that any right reader gives.
final class PlainNumber {
  private static final int MOST_DIGITS = 15;
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private double value;

  /// Reads a number.
  ///
  /// @return false where it is none, or is written in another way
  boolean read(byte[] bytes, int from, int to) {
    boolean negative = from < to && bytes[from] == '-';
    int first = negative ? from + 1 : from;
    if (to == first || to - first > MOST_DIGITS + 1) {
      return false;
    }
    long digits = 0;
    int point = -1;
    for (int i = first; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit >= 0 && digit <= 9) {
        digits = 10 * digits + digit;
      } else if (bytes[i] == '.' && point < 0 && i > first && i < to - 1) {
        point = i;
      } else {
        return false;
      }
    }
    if (point < 0 && to - first > MOST_DIGITS) {
      return false;
    }
    double read = point < 0 ? digits : digits / POWERS[to - 1 - point];
    value = negative ? -read : read;
    return true;
  }

  /// {@return the number last read}
  double value() {
    return value;
  }
}
