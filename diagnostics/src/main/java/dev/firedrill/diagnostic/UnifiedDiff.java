package dev.firedrill.diagnostic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// Shows what changed between two texts, as `diff -u` does.
public final class UnifiedDiff {
  private static final int CONTEXT = 3;

  private final List<String> before;
  private final List<String> after;

  private UnifiedDiff(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  /// {@return the changes as a patch; the empty text where there are none}
  public static String of(String path, String before, String after) {
    if (before.equals(after)) {
      return "";
    }
    UnifiedDiff diff = new UnifiedDiff(lines(before), lines(after));
    StringBuilder out = new StringBuilder("--- a/" + path + "\n+++ b/" + path + "\n");
    for (List<Line> hunk : hunks(diff.script())) {
      append(hunk, out);
    }
    return out.toString();
  }

  /// {@return the lines that are gone, behind `- `, and those that came, behind `+ `, in the order
  ///     of
  ///     the texts; without line breaks and spaces at their ends}
  public static List<String> changes(String before, String after) {
    UnifiedDiff diff =
        new UnifiedDiff(
            before.lines().map(String::stripTrailing).toList(),
            after.lines().map(String::stripTrailing).toList());
    List<String> changes = new ArrayList<>();
    for (Line line : diff.script()) {
      if (line.kind() != ' ') {
        changes.add(line.kind() + " " + line.text());
      }
    }
    return changes;
  }

  /// A line of a patch: `kind` is a space, `-` or `+`; numbers are those of the next line on each
  /// side, from 0.
  private record Line(char kind, String text, int before, int after) {}

  /// {@return lines with their line breaks}
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      int next = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(at, next));
      at = next;
    }
    return lines;
  }

  /// Finds a shortest edit script by Myers' greedy algorithm.
  private List<Line> script() {
    int most = before.size() + after.size();
    int[] reach = new int[2 * most + 2];
    List<int[]> trace = new ArrayList<>();
    for (int d = 0; d <= most; d++) {
      trace.add(Arrays.copyOfRange(reach, most - d, most + d + 2));
      for (int k = -d; k <= d; k += 2) {
        boolean down = k == -d || (k != d && reach[most + k - 1] < reach[most + k + 1]);
        int x = down ? reach[most + k + 1] : reach[most + k - 1] + 1;
        while (x < before.size() && x - k < after.size() && same(x, x - k)) {
          x++;
        }
        reach[most + k] = x;
        if (x >= before.size() && x - k >= after.size()) {
          return backtrack(trace, d);
        }
      }
    }
    throw new IllegalStateException("no edit script");
  }

  private boolean same(int x, int y) {
    return before.get(x).equals(after.get(y));
  }

  private List<Line> backtrack(List<int[]> trace, int distance) {
    List<Line> lines = new ArrayList<>();
    int x = before.size();
    int y = after.size();
    for (int d = distance; d >= 0; d--) {
      int[] reach = trace.get(d);
      int k = x - y;
      boolean down = k == -d || (k != d && reach[d + k - 1] < reach[d + k + 1]);
      int previous = down ? k + 1 : k - 1;
      int startX = d == 0 ? 0 : reach[d + previous];
      int startY = startX - previous;
      while (x > Math.max(0, startX)
          && y > Math.max(0, startY)
          && x > 0
          && y > 0
          && same(x - 1, y - 1)) {
        x--;
        y--;
        lines.add(new Line(' ', before.get(x), x, y));
      }
      if (d > 0 && down) {
        y--;
        lines.add(new Line('+', after.get(y), x, y));
      } else if (d > 0) {
        x--;
        lines.add(new Line('-', before.get(x), x, y));
      }
    }
    Collections.reverse(lines);
    return lines;
  }

  private static List<List<Line>> hunks(List<Line> script) {
    List<List<Line>> hunks = new ArrayList<>();
    int at = 0;
    while (at < script.size()) {
      int change = nextChange(script, at);
      if (change == script.size()) {
        break;
      }
      int start = Math.max(at, change - CONTEXT);
      int end = change + 1;
      int next = nextChange(script, end);
      while (next < script.size() && next - end <= 2 * CONTEXT) {
        end = next + 1;
        next = nextChange(script, end);
      }
      end = Math.min(script.size(), end + CONTEXT);
      hunks.add(script.subList(start, end));
      at = end;
    }
    return hunks;
  }

  private static int nextChange(List<Line> script, int from) {
    int at = from;
    while (at < script.size() && script.get(at).kind() == ' ') {
      at++;
    }
    return at;
  }

  private static void append(List<Line> hunk, StringBuilder out) {
    int removed = count(hunk, '-');
    int added = count(hunk, '+');
    int kept = hunk.size() - removed - added;
    Line first = hunk.getFirst();
    out.append("@@ -").append(range(first.before(), kept + removed));
    out.append(" +").append(range(first.after(), kept + added)).append(" @@\n");
    for (Line line : hunk) {
      out.append(line.kind()).append(line.text());
      if (!line.text().endsWith("\n")) {
        out.append("\n\\ No newline at end of file\n");
      }
    }
  }

  private static int count(List<Line> hunk, char kind) {
    int count = 0;
    for (Line line : hunk) {
      count += line.kind() == kind ? 1 : 0;
    }
    return count;
  }

  private static String range(int start, int length) {
    int first = length == 0 ? start : start + 1;
    return length == 1 ? Integer.toString(first) : first + "," + length;
  }
}
