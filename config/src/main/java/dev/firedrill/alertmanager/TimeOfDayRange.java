package dev.firedrill.alertmanager;

/// A part of a day.
///
/// @param start minutes since midnight
/// @param end minutes since midnight, not included; 1440 is the end of the day
public record TimeOfDayRange(int start, int end) {
  /// {@return whether a minute lies in it}
  ///
  /// @param minute hours and minutes that the clock shows, as minutes
  public boolean contains(int minute) {
    return start <= minute && minute < end;
  }
}
