package dev.firedrill.cli.report;

import dev.firedrill.series.TimeRange;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;

/// The labels of a time axis, at times that are round on the clocks of a time zone, whether or not
/// these are put forward or back in between.
record TimelineAxis(TimeRange range, ClockText clock, double column) {
  private static final long DAY = 86_400_000;
  private static final long WEEK = 7 * DAY;
  private static final double MONTH = 30.44 * DAY;
  // The first Monday of the epoch, which starts on a Thursday.
  private static final long MONDAY = 4 * DAY;
  private static final int BLANKS = 4;
  private static final int[] MONTHS = {1, 2, 3, 6, 12, 24, 60, 120};
  private static final long[] STEPS = {
    1_000,
    5_000,
    10_000,
    30_000,
    60_000,
    300_000,
    600_000,
    900_000,
    1_800_000,
    3_600_000,
    7_200_000,
    10_800_000,
    21_600_000,
    43_200_000,
    DAY,
    2 * DAY,
    WEEK
  };

  /// A label, and the time at which it stands.
  record Tick(long time, String label) {}

  /// {@return the labels, in order}
  List<Tick> ticks() {
    List<Tick> ticks = new ArrayList<>();
    for (long step : STEPS) {
      if (step / column >= clock.tick(0, step).length() + BLANKS) {
        eachStep(step, time -> ticks.add(new Tick(time, clock.tick(time, step))));
        // Times that clocks show twice come again behind those in between.
        ticks.sort(Comparator.comparingLong(Tick::time));
        return ticks;
      }
    }
    eachMonth(time -> ticks.add(new Tick(time, clock.tick(time, DAY))));
    return ticks;
  }

  private void eachStep(long step, LongConsumer ticks) {
    long base = step >= WEEK ? MONDAY : 0;
    long local = range.first() + clock.offset(range.first());
    long first = local + Math.floorMod(base - local, step);
    for (long at = first; clock.instant(at) <= range.last(); at += step) {
      for (long time : step >= DAY ? List.of(clock.instant(at)) : clock.instants(at)) {
        if (time >= range.first() && time <= range.last()) {
          ticks.accept(time);
        }
      }
    }
  }

  private void eachMonth(LongConsumer ticks) {
    int step = months();
    LocalDate start = clock.date(range.first());
    long first = Math.ceilDiv(start.getYear() * 12L + start.getMonthValue() - 1, step);
    for (long month = first * step; ; month += step) {
      YearMonth at = YearMonth.of(Math.toIntExact(Math.floorDiv(month, 12)), 1);
      LocalDate day = at.plusMonths(Math.floorMod(month, 12)).atDay(1);
      long time = clock.instant(day.toEpochDay() * DAY);
      if (time > range.last()) {
        return;
      }
      if (time >= range.first()) {
        ticks.accept(time);
      }
    }
  }

  private int months() {
    int label = clock.tick(0, DAY).length() + BLANKS;
    for (int months : MONTHS) {
      if (months * MONTH / column >= label) {
        return months;
      }
    }
    int decade = MONTHS[MONTHS.length - 1];
    return decade * (int) Math.ceil(label * column / (decade * MONTH));
  }
}
