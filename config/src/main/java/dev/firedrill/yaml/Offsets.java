package dev.firedrill.yaml;

import java.util.Arrays;

/// Turns SnakeYAML's places, counted in code points, into UTF-16 units.
final class Offsets {
  // The places, in code points, of the characters that take two units.
  private final int[] astral;

  private Offsets(int[] astral) {
    this.astral = astral;
  }

  static Offsets of(String text) {
    int[] found = new int[0];
    int count = 0;
    for (int i = 0; i < text.length() - 1; i++) {
      if (Character.isHighSurrogate(text.charAt(i))
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        if (count == found.length) {
          found = Arrays.copyOf(found, Math.max(16, count * 2));
        }
        found[count] = i - count;
        count++;
        i++;
      }
    }
    return new Offsets(Arrays.copyOf(found, count));
  }

  /// {@return the place in UTF-16 units}
  int units(int codePoints) {
    if (astral.length == 0) {
      return codePoints;
    }
    int index = Arrays.binarySearch(astral, codePoints);
    return codePoints + (index >= 0 ? index : -index - 1);
  }
}
