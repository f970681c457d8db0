package dev.firedrill.cli.report;

import java.util.ArrayList;
import java.util.List;

/// The lines in which two versions of a text differ: what both begin and end with is left out, and
/// so is what long lines have in common.
///
/// @param before none where the new version only adds lines
/// @param after none where the new version only leaves lines out
record ChangedText(List<String> before, List<String> after) {
  private static final int MOST_LINES = 20;
  private static final int LONG = 160;
  // What is shown of a long line before and after what differs.
  private static final int AROUND = 40;

  ChangedText {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /// {@return what differs between two texts; lines are without spaces at their ends}
  static ChangedText of(String before, String after) {
    List<String> old = lines(before);
    List<String> now = lines(after);
    int first = 0;
    while (first < Math.min(old.size(), now.size()) && old.get(first).equals(now.get(first))) {
      first++;
    }
    int last = 0;
    while (last < Math.min(old.size(), now.size()) - first
        && old.get(old.size() - 1 - last).equals(now.get(now.size() - 1 - last))) {
      last++;
    }
    old = old.subList(first, old.size() - last);
    now = now.subList(first, now.size() - last);
    return old.size() == 1 && now.size() == 1
        ? ofLines(old.getFirst(), now.getFirst())
        : new ChangedText(cut(old), cut(now));
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::stripTrailing).toList();
  }

  private static ChangedText ofLines(String old, String now) {
    int first = 0;
    while (first < Math.min(old.length(), now.length()) && old.charAt(first) == now.charAt(first)) {
      first++;
    }
    int last = 0;
    while (last < Math.min(old.length(), now.length()) - first
        && old.charAt(old.length() - 1 - last) == now.charAt(now.length() - 1 - last)) {
      last++;
    }
    return new ChangedText(
        List.of(part(old, first, old.length() - last)),
        List.of(part(now, first, now.length() - last)));
  }

  private static String part(String line, int first, int end) {
    if (line.length() <= LONG) {
      return line;
    }
    int from = first > AROUND ? boundary(line, first - AROUND) : 0;
    int to = line.length() - end > AROUND ? boundary(line, end + AROUND) : line.length();
    return shortened((from > 0 ? "…" : "") + line.substring(from, to))
        + (to < line.length() ? "…" : "");
  }

  private static List<String> cut(List<String> lines) {
    List<String> shown = new ArrayList<>();
    lines
        .subList(0, Math.min(MOST_LINES, lines.size()))
        .forEach(each -> shown.add(shortened(each)));
    if (lines.size() > MOST_LINES) {
      shown.add("… " + Counted.of(lines.size() - MOST_LINES, "more line"));
    }
    return shown;
  }

  private static String shortened(String line) {
    return line.length() <= 2 * LONG ? line : line.substring(0, boundary(line, 2 * LONG)) + "…";
  }

  // Not within a character.
  private static int boundary(String line, int at) {
    return Character.isLowSurrogate(line.charAt(at)) ? at - 1 : at;
  }
}
