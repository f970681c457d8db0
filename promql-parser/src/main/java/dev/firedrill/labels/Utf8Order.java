package dev.firedrill.labels;

import java.util.Comparator;

/// The order of strings as UTF-8 bytes, which is how Go compares them. It differs from
/// [String#compareTo] only where surrogate pairs meet characters above U+D7FF.
public final class Utf8Order {
  /// Compares strings by their UTF-8 bytes.
  public static final Comparator<String> COMPARATOR = Utf8Order::compare;

  private Utf8Order() {}

  /// {@return a negative number, zero or a positive number as `left` is less, equal or greater}
  public static int compare(String left, String right) {
    int shared = Math.min(left.length(), right.length());
    for (int i = 0; i < shared; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        return Character.isSurrogate(a) == Character.isSurrogate(b)
            ? Character.compare(a, b)
            : Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b));
      }
    }
    return Integer.compare(left.length(), right.length());
  }
}
