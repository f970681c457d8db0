package dev.firedrill.rules.test;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceText;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a test expects an Alertmanager to make of the alerts.
///
/// @param alertmanager the path of its configuration, relative to the folder of the test file
/// @param expected each must be met by a notification of its own; where there are none, nobody may
///     be notified
/// @param location where the list is written
public record NotificationTest(
    SourceText alertmanager, List<ExpectedNotification> expected, Location location) {
  public NotificationTest {
    expected = List.copyOf(expected);
  }

  /// A message to a receiver.
  ///
  /// @param at since the start of the test; a notification meets it that comes then, or later by
  ///     less than an evaluation interval. Null where any time will do
  /// @param firing whether any of its alerts is firing; else all are resolved
  /// @param contains texts that the message, or what its alerts are labelled and annotated with,
  ///     contains
  public record ExpectedNotification(
      Located<String> receiver,
      @Nullable Duration at,
      boolean firing,
      List<String> contains,
      Location location) {
    public ExpectedNotification {
      contains = List.copyOf(contains);
    }

    /// {@return the status as Alertmanager names it}
    public String status() {
      return firing ? "firing" : "resolved";
    }
  }

  /// {@return the end of the test that the times ask for, since its start; zero where none is
  ///     named}
  ///
  /// @param interval between evaluations
  public Duration lastTime(Duration interval) {
    Duration last = Duration.ZERO;
    for (ExpectedNotification each : expected) {
      Duration at = each.at();
      if (at != null && at.plus(interval).compareTo(last) > 0) {
        last = at.plus(interval);
      }
    }
    return last;
  }
}
