package dev.firedrill.template.value;

/// The flags of one `%` directive, and the padding they ask for. Go's fmt resets them for each.
final class Directive {
  boolean minus;
  boolean plus;
  boolean sharp;
  boolean space;
  boolean zero;
  // %+v and %#v ask for names and for syntax, not for signs and prefixes.
  boolean plusV;
  boolean sharpV;
  int width = -1;
  int precision = -1;

  /// {@return whether a precision is given}
  boolean precise() {
    return precision >= 0;
  }

  /// Appends text, padded to the width with spaces or, where the flag says so, zeros.
  void pad(StringBuilder out, String text) {
    int missing = width - text.codePointCount(0, text.length());
    if (missing <= 0) {
      out.append(text);
    } else if (minus) {
      out.append(text).repeat(' ', missing);
    } else {
      out.repeat(zero ? '0' : ' ', missing).append(text);
    }
  }

  /// Appends text, padded with spaces only.
  void padWithSpaces(StringBuilder out, String text) {
    boolean zeros = zero;
    zero = false;
    pad(out, text);
    zero = zeros;
  }

  /// {@return text cut to the precision, in characters}
  String truncated(String text) {
    return precise() && text.codePointCount(0, text.length()) > precision
        ? text.substring(0, text.offsetByCodePoints(0, precision))
        : text;
  }
}
