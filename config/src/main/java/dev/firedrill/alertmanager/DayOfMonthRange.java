package dev.firedrill.alertmanager;

/// Days of a month from a first to a last one.
///
/// @param first from 1, or from the end of the month where negative: -1 is its last day
/// @param last counted like `first`, included
public record DayOfMonthRange(int first, int last) {
  /// {@return whether a day is one of them}
  ///
  /// Days that a month does not have are left out.
  ///
  /// @param day from 1
  /// @param length how many days the month has
  public boolean contains(int day, int length) {
    return fromStart(first, length) <= day && day <= fromStart(last, length);
  }

  private static int fromStart(int day, int length) {
    return day < 0 ? length + day + 1 : day;
  }
}
