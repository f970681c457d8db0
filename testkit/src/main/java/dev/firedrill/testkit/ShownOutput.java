package dev.firedrill.testkit;

import java.util.List;

/// What a page shows of what a command prints: all of it, or parts with lines `...` for what is
/// left
/// out between them.
final class ShownOutput {
  private static final String LEFT_OUT = "...";

  private ShownOutput() {}

  /// {@return what the page is to show: the parts that it shows where they are still printed, else
  /// all that is printed}
  static String of(List<String> shown, String printed) {
    boolean parts = shown.contains(LEFT_OUT) && matches(shown, printed.lines().toList());
    return parts ? String.join("\n", shown) + "\n" : printed;
  }

  /// Each part is taken where it is first found, and the last one at the end.
  private static boolean matches(List<String> shown, List<String> printed) {
    int from = 0;
    int start = 0;
    for (int i = 0; i <= shown.size(); i++) {
      if (i < shown.size() && !shown.get(i).equals(LEFT_OUT)) {
        continue;
      }
      int at = find(shown.subList(start, i), printed, from, start == 0, i == shown.size());
      if (at < 0) {
        return false;
      }
      from = at + i - start;
      start = i + 1;
    }
    return true;
  }

  private static int find(
      List<String> part, List<String> printed, int from, boolean first, boolean last) {
    int end = printed.size() - part.size();
    int begin = last ? Math.max(from, end) : from;
    int until = first ? 0 : end;
    for (int at = begin; at <= until; at++) {
      if (printed.subList(at, at + part.size()).equals(part)) {
        return at;
      }
    }
    return -1;
  }
}
