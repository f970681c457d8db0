package dev.firedrill.diagnostic;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds what somebody meant who wrote a name that does not exist.
public final class NearestName {
  private NearestName() {}

  /// {@return the candidate closest to `name`; nothing where none is close}
  ///
  /// Close means at most a third of the letters wrong, missing or swapped; upper and lower case,
  /// `-` and `_` count as the same.
  public static Optional<String> of(String name, Collection<String> candidates) {
    String wanted = plain(name);
    int limit = Math.max(1, wanted.length() / 3);
    @Nullable String best = null;
    for (String candidate : candidates) {
      int distance = distance(wanted, plain(candidate));
      if (distance <= limit && (best == null || distance < limit)) {
        best = candidate;
        limit = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace('-', '_');
  }

  /// Counts insertions, deletions, replacements and swaps of neighbours.
  private static int distance(String left, String right) {
    int[] beforeLast = new int[right.length() + 1];
    int[] last = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int[] row = new int[right.length() + 1];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int cost = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
        if (isSwap(left, right, i, j)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[right.length()];
  }

  private static boolean isSwap(String left, String right, int i, int j) {
    return i > 1
        && j > 1
        && left.charAt(i - 1) == right.charAt(j - 2)
        && left.charAt(i - 2) == right.charAt(j - 1);
  }
}
