package dev.firedrill.alertmanager;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One entry of a time interval: all of its fields must hold.
///
/// A field holds when one of its ranges does. A null field says nothing; an empty one never holds,
/// as Alertmanager has it.
///
/// @param weekdays from 0, Sunday, to 6, Saturday
/// @param months from 1 to 12; others are accepted and never come
/// @param zone whose clock and calendar count; null for UTC
/// @param location the whole entry
public record TimeWindow(
    @Nullable List<Located<TimeOfDayRange>> times,
    @Nullable List<Located<CalendarRange>> weekdays,
    @Nullable List<Located<DayOfMonthRange>> daysOfMonth,
    @Nullable List<Located<CalendarRange>> months,
    @Nullable List<Located<CalendarRange>> years,
    @Nullable Located<ZoneId> zone,
    Location location) {
  public TimeWindow {
    times = times == null ? null : List.copyOf(times);
    weekdays = weekdays == null ? null : List.copyOf(weekdays);
    daysOfMonth = daysOfMonth == null ? null : List.copyOf(daysOfMonth);
    months = months == null ? null : List.copyOf(months);
    years = years == null ? null : List.copyOf(years);
  }

  /// {@return whether a time lies in it; seconds do not count}
  public boolean contains(Instant time) {
    Located<ZoneId> written = zone();
    ZonedDateTime local = time.atZone(written == null ? ZoneOffset.UTC : written.value());
    int minute = local.getHour() * 60 + local.getMinute();
    int day = local.getDayOfMonth();
    int length = local.toLocalDate().lengthOfMonth();
    return holds(times(), range -> range.contains(minute))
        && holds(daysOfMonth(), range -> range.contains(day, length))
        && holds(months(), range -> range.contains(local.getMonthValue()))
        && holds(weekdays(), range -> range.contains(local.getDayOfWeek().getValue() % 7))
        && holds(years(), range -> range.contains(local.getYear()));
  }

  private static <T> boolean holds(@Nullable List<Located<T>> ranges, Predicate<T> contains) {
    if (ranges == null) {
      return true;
    }
    for (Located<T> range : ranges) {
      if (contains.test(range.value())) {
        return true;
      }
    }
    return false;
  }
}
