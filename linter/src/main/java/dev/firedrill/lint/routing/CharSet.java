package dev.firedrill.lint.routing;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;
import dk.brics.automaton.BasicOperations;
import java.util.ArrayList;
import java.util.List;

/// A set of code points, as ranges that rise and do not touch.
///
/// Surrogates are no code points of a text, so they are in no set.
record CharSet(List<Range> ranges) {
  /// No code point.
  static final CharSet NONE = new CharSet(List.of());

  private static final int FIRST_SURROGATE = 0xd800;
  private static final int LAST_SURROGATE = 0xdfff;

  /// All that a text can have.
  static final CharSet ANY =
      new CharSet(
          List.of(
              new Range(0, FIRST_SURROGATE - 1),
              new Range(LAST_SURROGATE + 1, Character.MAX_CODE_POINT)));

  /// What `\d` stands for in RE2.
  static final CharSet DIGITS = range('0', '9');

  /// What `\w` stands for in RE2.
  static final CharSet WORD = DIGITS.or(range('A', 'Z')).or(range('a', 'z')).or(of('_'));

  /// What `\s` stands for in RE2.
  static final CharSet BLANKS = of('\t').or(of('\n')).or(of('\f')).or(of('\r')).or(of(' '));

  CharSet {
    ranges = List.copyOf(ranges);
  }

  /// Code points from one to another, both included.
  record Range(int first, int last) {}

  /// {@return the set of one code point}
  static CharSet of(int codePoint) {
    return range(codePoint, codePoint);
  }

  /// {@return the set of the code points from one to another}
  static CharSet range(int first, int last) {
    return new CharSet(List.of(new Range(first, last)));
  }

  /// {@return whether there is but one}
  boolean isSingle() {
    return ranges.size() == 1 && ranges.getFirst().first() == ranges.getFirst().last();
  }

  /// {@return the only one}
  int single() {
    return ranges.getFirst().first();
  }

  /// {@return what is in either set}
  CharSet or(CharSet other) {
    return ANY.without(ANY.without(this).without(other));
  }

  /// {@return what is in this set and not in the other}
  CharSet without(CharSet other) {
    List<Range> left = ranges;
    for (Range gone : other.ranges) {
      List<Range> next = new ArrayList<>();
      for (Range range : left) {
        if (gone.last() < range.first() || gone.first() > range.last()) {
          next.add(range);
          continue;
        }
        if (range.first() < gone.first()) {
          next.add(new Range(range.first(), gone.first() - 1));
        }
        if (range.last() > gone.last()) {
          next.add(new Range(gone.last() + 1, range.last()));
        }
      }
      left = next;
    }
    return new CharSet(left);
  }

  /// {@return the texts of one code point of the set}
  Automaton automaton() {
    List<Automaton> parts = new ArrayList<>();
    for (Range range : ranges) {
      int last = Math.min(range.last(), Character.MAX_VALUE);
      if (range.first() <= last) {
        parts.add(BasicAutomata.makeCharRange((char) range.first(), (char) last));
      }
      int first = Math.max(range.first(), Character.MIN_SUPPLEMENTARY_CODE_POINT);
      if (first <= range.last()) {
        addPairs(first, range.last(), parts);
      }
    }
    return parts.isEmpty() ? BasicAutomata.makeEmpty() : BasicOperations.union(parts);
  }

  // Two units each: the part of the first high unit, those between as a whole, the part of the
  // last.
  private static void addPairs(int first, int last, List<Automaton> parts) {
    char low = Character.lowSurrogate(first);
    char high = Character.highSurrogate(first);
    char lastLow = Character.lowSurrogate(last);
    char lastHigh = Character.highSurrogate(last);
    if (high == lastHigh) {
      parts.add(pair(high, high, low, lastLow));
      return;
    }
    parts.add(pair(high, high, low, Character.MAX_LOW_SURROGATE));
    if (high + 1 < lastHigh) {
      parts.add(
          pair(
              (char) (high + 1),
              (char) (lastHigh - 1),
              Character.MIN_LOW_SURROGATE,
              Character.MAX_LOW_SURROGATE));
    }
    parts.add(pair(lastHigh, lastHigh, Character.MIN_LOW_SURROGATE, lastLow));
  }

  private static Automaton pair(char high, char lastHigh, char low, char lastLow) {
    return BasicOperations.concatenate(
        BasicAutomata.makeCharRange(high, lastHigh), BasicAutomata.makeCharRange(low, lastLow));
  }
}
