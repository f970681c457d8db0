package dev.firedrill.template.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands for a part of a time in Go's layouts.
final class GoLayout {
  // Longest first where one is the start of another.
  private static final List<String> WORDS =
      List.of(
          "January",
          "Jan",
          "Monday",
          "Mon",
          "MST",
          "002",
          "01",
          "02",
          "03",
          "04",
          "05",
          "06",
          "2006",
          "15",
          "__2",
          "_2",
          "1",
          "2",
          "3",
          "4",
          "5",
          "PM",
          "pm",
          "-070000",
          "-07:00:00",
          "-0700",
          "-07:00",
          "-07",
          "Z070000",
          "Z07:00:00",
          "Z0700",
          "Z07:00",
          "Z07");

  private GoLayout() {}

  /// {@return the word that starts at a place of a layout, or null}
  static @Nullable String word(String layout, int position) {
    for (String word : WORDS) {
      if (layout.startsWith(word, position) && !continues(layout, position, word)) {
        return word;
      }
    }
    return null;
  }

  /// The short names are no names where a small letter follows, as in `Janet`.
  private static boolean continues(String layout, int position, String word) {
    int after = position + word.length();
    boolean shortName = word.equals("Jan") || word.equals("Mon");
    return shortName
        && after < layout.length()
        && layout.charAt(after) >= 'a'
        && layout.charAt(after) <= 'z';
  }

  /// {@return where the fraction of seconds ends that starts at a place, `.000` or `.999`; -1 where
  /// there is none}
  static int fractionEnd(String layout, int position) {
    char point = layout.charAt(position);
    boolean starts = (point == '.' || point == ',') && position + 1 < layout.length();
    char digit = starts ? layout.charAt(position + 1) : ' ';
    if (digit != '0' && digit != '9') {
      return -1;
    }
    int end = position + 1;
    while (end < layout.length() && layout.charAt(end) == digit) {
      end++;
    }
    boolean digitFollows = end < layout.length() && Character.isDigit(layout.charAt(end));
    return digitFollows ? -1 : end;
  }
}
