package dev.firedrill.alertmanager.silence;

import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.labels.Labels;
import java.util.List;

/// Keeps alerts quiet for a while.
///
/// @param id names it in reports
/// @param matchers all must match
/// @param startsAt epoch milliseconds; it is in force then already. [Long#MIN_VALUE] for ever since
/// @param endsAt epoch milliseconds; it is in force then still. [Long#MAX_VALUE] for ever after
public record Silence(String id, List<Matcher> matchers, long startsAt, long endsAt) {
  public Silence {
    matchers = List.copyOf(matchers);
  }

  /// {@return whether it covers an alert at a time}
  public boolean covers(Labels alert, long time) {
    return startsAt <= time && time <= endsAt && Matcher.allMatch(matchers, alert);
  }
}
