package dev.firedrill.engine.function;

import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The order of `sort_by_label`: by one label after the other, numbers within the values by their
/// size, and by all labels where the values are equal.
record LabelOrder(List<String> names) implements Comparator<Labels> {
  LabelOrder {
    names = List.copyOf(names);
  }

  @Override
  public int compare(Labels left, Labels right) {
    for (String name : names) {
      String a = left.get(name);
      String b = right.get(name);
      if (!a.equals(b)) {
        return naturallyLess(a, b) ? -1 : 1;
      }
    }
    return left.compareTo(right);
  }

  private static boolean naturallyLess(String a, String b) {
    List<String> left = chunks(a);
    List<String> right = chunks(b);
    for (int i = 0; i < left.size(); i++) {
      if (i >= right.size()) {
        return false;
      }
      String x = left.get(i);
      String y = right.get(i);
      boolean numbers = isNumber(x) && isNumber(y);
      boolean equal = numbers ? Long.parseLong(x) == Long.parseLong(y) : x.equals(y);
      if (!equal) {
        return numbers ? Long.parseLong(x) < Long.parseLong(y) : x.compareTo(y) < 0;
      }
      if (i == left.size() - 1) {
        return true;
      }
      if (i == right.size() - 1) {
        return false;
      }
    }
    return false;
  }

  private static boolean isNumber(String chunk) {
    if (chunk.isEmpty() || !isDigit(chunk.charAt(0))) {
      return false;
    }
    try {
      Long.parseLong(chunk);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /// Runs of digits and of anything else.
  private static List<String> chunks(String text) {
    List<String> chunks = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= text.length(); i++) {
      if (i == text.length() || isDigit(text.charAt(i)) != isDigit(text.charAt(i - 1))) {
        chunks.add(text.substring(start, i));
        start = i;
      }
    }
    return chunks;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
