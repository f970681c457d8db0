package dev.firedrill.diagnostic;

import java.util.Locale;
import java.util.Optional;

/// Finds what a misspelt name was meant to be.
public final class Spelling {
  private Spelling() {}

  /// {@return the known name nearest to a given one, for "did you mean ...?"; empty when none is
  /// near: at most a third of the letters may be missing, added, wrong or swapped}
  /// @param known tried in order; the first of equally near ones wins
  public static Optional<String> nearest(String given, Iterable<String> known) {
    String best = "";
    int bestDistance = Math.max(1, given.length() / 3) + 1;
    for (String name : known) {
      int distance = distance(given.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
      if (distance < bestDistance) {
        best = name;
        bestDistance = distance;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /// Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours.
  private static int distance(String a, String b) {
    int[][] rows = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        rows[i][j] = i == 0 || j == 0 ? i + j : cell(rows, a, b, i, j);
      }
    }
    return rows[a.length()][b.length()];
  }

  private static int cell(int[][] rows, String a, String b, int i, int j) {
    int substituted = rows[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(substituted, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
  }
}
