package dev.firedrill.alertmanager;

/// Numbers from a first to a last one: weekdays, months or years of a time interval.
///
/// @param last included
public record CalendarRange(long first, long last) {
  /// {@return whether a number is one of them}
  public boolean contains(long number) {
    return first <= number && number <= last;
  }
}
