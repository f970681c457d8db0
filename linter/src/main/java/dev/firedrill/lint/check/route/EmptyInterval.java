package dev.firedrill.lint.check.route;

import com.google.auto.service.AutoService;
import dev.firedrill.alertmanager.TimeInterval;
import dev.firedrill.alertmanager.TimeWindow;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RoutingCheck;
import dev.firedrill.lint.routing.Routing;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// An interval that never comes mutes nothing; one that never ends mutes all.
@AutoService(Check.class)
public final class EmptyInterval implements RoutingCheck {
  // As many days as it takes for weekdays, days of months and leap years to meet, in years that
  // intervals of today are written for.
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final int YEARS = 29;
  private static final CheckInfo INFO =
      CheckInfo.of(
          "interval/empty",
          Severity.ERROR,
          "time interval that is never active; a warning where it always is");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Routing routing, Findings findings) {
    for (TimeInterval interval : routing.config().timeIntervals()) {
      if (isAlways(interval)) {
        findings.add(
            findings
                .at(
                    Severity.WARNING,
                    interval.name().location(),
                    "`" + interval.name().value() + "` is always active")
                .withHelp("what it mutes is always mute: say when"));
      } else if (interval.windows().stream().noneMatch(EmptyInterval::comes)) {
        findings.add(
            findings
                .at(
                    interval.name().location(),
                    "`" + interval.name().value() + "` is never active: no time lies in it")
                .withHelp("all fields of an entry must hold at once"));
      }
    }
  }

  private static boolean isAlways(TimeInterval interval) {
    return interval.windows().stream().anyMatch(EmptyInterval::isUnbounded);
  }

  private static boolean isUnbounded(TimeWindow window) {
    return window.times() == null
        && window.weekdays() == null
        && window.daysOfMonth() == null
        && window.months() == null
        && window.years() == null;
  }

  // Tried out day by day; years that are over, or far away, come by their own dates.
  private static boolean comes(TimeWindow window) {
    List<?> times = window.times();
    if (times != null && times.isEmpty()) {
      return false;
    }
    List<?> years = window.years();
    if (years != null) {
      return !years.isEmpty();
    }
    TimeWindow days =
        new TimeWindow(
            null,
            window.weekdays(),
            window.daysOfMonth(),
            window.months(),
            null,
            null,
            window.location());
    for (LocalDate day = FIRST; day.getYear() < FIRST.getYear() + YEARS; day = day.plusDays(1)) {
      if (days.contains(day.atStartOfDay(ZoneOffset.UTC).toInstant())) {
        return true;
      }
    }
    return false;
  }
}
