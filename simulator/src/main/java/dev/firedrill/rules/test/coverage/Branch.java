package dev.firedrill.rules.test.coverage;

import dev.firedrill.diagnostic.Span;

/// One of the ways in which a part of an expression can go.
///
/// @param place where the matcher or operator stands, within the expression
/// @param text what is there, on one line
/// @param probe tells whether a test went this way
public record Branch(Way way, Span place, String text, Probe probe) {
  /// What can go in several ways.
  public enum Point {
    /// A label matcher of a selector.
    MATCHER("matcher"),
    /// A comparison.
    COMPARISON("comparison"),
    AND("and"),
    OR("or"),
    UNLESS("unless"),
    /// `absent` and `absent_over_time`.
    ABSENT("absent");

    private final String word;

    Point(String word) {
      this.word = word;
    }

    /// {@return the word used in all output}
    public String word() {
      return word;
    }
  }

  /// The ways.
  public enum Way {
    /// A series passes the matcher.
    KEEPS(Point.MATCHER, "keeps", "keeps no series"),
    /// A series would be selected but for the matcher.
    REJECTS(Point.MATCHER, "rejects", "rejects no series"),
    /// The comparison holds for some sample.
    TRUE(Point.COMPARISON, "true", "is never true"),
    /// The comparison does not hold for some sample.
    FALSE(Point.COMPARISON, "false", "is never false"),
    /// There is something on both sides.
    AND_BOTH(Point.AND, "both", "never has both sides"),
    /// There is something on the left that the right side takes away.
    AND_LEFT(Point.AND, "left", "never has its left side without the right one"),
    /// There is something on the right that is not on the left.
    AND_RIGHT(Point.AND, "right", "never has its right side without the left one"),
    /// There is something on the left.
    OR_LEFT(Point.OR, "left", "never has its left side"),
    /// The right side adds something.
    OR_RIGHT(Point.OR, "right", "never takes anything from its right side"),
    /// There is something on the left that stays.
    UNLESS_LEFT(Point.UNLESS, "left", "never has its left side without the right one"),
    /// There is something on the left that the right side takes away.
    UNLESS_BOTH(Point.UNLESS, "both", "never takes anything away"),
    /// What must not be absent is there.
    PRESENT(Point.ABSENT, "present", "never finds its series"),
    /// What must not be absent is not there.
    MISSING(Point.ABSENT, "absent", "never misses its series");

    private final Point point;
    private final String word;
    private final String untaken;

    Way(Point point, String word, String untaken) {
      this.point = point;
      this.word = word;
      this.untaken = untaken;
    }

    /// {@return what goes this way}
    public Point point() {
      return point;
    }

    /// {@return the word used in all output}
    public String word() {
      return word;
    }

    /// {@return what is to be said of the text when no test went this way}
    public String untaken() {
      return untaken;
    }
  }
}
