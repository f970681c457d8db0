package dev.firedrill.engine.function;

/// A time in UTC, taken apart as Go does it: any number of seconds has a date, and those beyond
/// the years that Go can count wrap around.
///
/// @param year negative before year 0
/// @param month from 1
/// @param day of the month, from 1
/// @param dayOfYear from 1
/// @param dayOfWeek from 0, which is Sunday
/// @param secondOfDay from 0
record GoDate(long year, int month, int day, int dayOfYear, int dayOfWeek, int secondOfDay) {
  private static final long SECONDS_A_DAY = 86_400;
  private static final long DAYS_IN_400_YEARS = 146_097;
  // Go counts from 1 March of the year that is so many years before year 0.
  private static final long YEARS_BEFORE = 292_277_022_400L;
  private static final long EPOCH =
      (YEARS_BEFORE / 400 * DAYS_IN_400_YEARS + 719_468) * SECONDS_A_DAY;
  private static final int WEDNESDAY = 3;
  // Days from 1 March to the first of each month, from March on.
  private static final int[] MONTH_STARTS = {0, 31, 61, 92, 122, 153, 184, 214, 245, 275, 306, 337};

  /// {@return the date of a number of seconds since the epoch, its fraction cut off}
  static GoDate of(double seconds) {
    return of(toLong(seconds));
  }

  // What a processor of the amd64 kind makes of numbers that do not fit.
  private static long toLong(double value) {
    return value >= -0x1p63 && value < 0x1p63 ? (long) value : Long.MIN_VALUE;
  }

  private static GoDate of(long seconds) {
    long absolute = seconds + EPOCH;
    long days = Long.divideUnsigned(absolute, SECONDS_A_DAY);
    int second = (int) Long.remainderUnsigned(absolute, SECONDS_A_DAY);
    int inEra = (int) (days % DAYS_IN_400_YEARS);
    int yearOfEra = (inEra - inEra / 1460 + inEra / 36_524 - inEra / 146_096) / 365;
    int sinceMarch = inEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int index = (5 * sinceMarch + 2) / 153;
    int month = index < 10 ? index + 3 : index - 9;
    long year = days / DAYS_IN_400_YEARS * 400 + yearOfEra - YEARS_BEFORE + (month <= 2 ? 1 : 0);
    int dayOfYear = month <= 2 ? sinceMarch - 305 : sinceMarch + 60 + (isLeap(year) ? 1 : 0);
    int dayOfWeek = (int) ((days + WEDNESDAY) % 7);
    int day = sinceMarch - MONTH_STARTS[index] + 1;
    return new GoDate(year, month, day, dayOfYear, dayOfWeek, second);
  }

  private static boolean isLeap(long year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  /// {@return the number of days of the month}
  int daysInMonth() {
    return switch (month) {
      case 2 -> isLeap(year) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }
}
