package dev.firedrill.cli.report;

import dev.firedrill.diagnostic.UnifiedDiff;
import java.util.ArrayList;
import java.util.List;

/// The lines in which two versions of a text differ, no more of long ones than that.
final class ChangedText {
  private static final int MOST_LINES = 20;
  private static final int LONG = 160;
  // What is shown of a long line before and after what differs.
  private static final int AROUND = 40;

  private ChangedText() {}

  /// {@return the lines that are gone, behind `- `, and those that came, behind `+ `}
  static List<String> lines(String before, String after) {
    List<String> changes = UnifiedDiff.changes(before, after);
    if (changes.size() == 2 && changes.getFirst().startsWith("-")) {
      return pair(changes.getFirst(), changes.getLast());
    }
    List<String> shown = new ArrayList<>();
    for (String line : changes.subList(0, Math.min(MOST_LINES, changes.size()))) {
      shown.add(part(line, 0, line.length()));
    }
    int more = changes.size() - shown.size();
    if (more > 0) {
      shown.add("  and " + Counted.of(more, "more line"));
    }
    return shown;
  }

  // One line in place of another: what both begin and end with tells nothing.
  private static List<String> pair(String old, String now) {
    int first = 2;
    while (first < Math.min(old.length(), now.length()) && old.charAt(first) == now.charAt(first)) {
      first++;
    }
    int last = 0;
    while (last < Math.min(old.length(), now.length()) - first
        && old.charAt(old.length() - 1 - last) == now.charAt(now.length() - 1 - last)) {
      last++;
    }
    return List.of(part(old, first, old.length() - last), part(now, first, now.length() - last));
  }

  private static String part(String line, int first, int end) {
    if (line.length() <= LONG) {
      return line;
    }
    int from = first > AROUND + 2 ? boundary(line, first - AROUND) : 2;
    int most = Math.min(end + AROUND, from + 2 * LONG);
    int to = most < line.length() ? boundary(line, most) : line.length();
    String cut = line.substring(from, to) + (to < line.length() ? "…" : "");
    return line.substring(0, 2) + (from > 2 ? "…" : "") + cut;
  }

  // Not within a character.
  private static int boundary(String line, int at) {
    return Character.isLowSurrogate(line.charAt(at)) ? at - 1 : at;
  }
}
