package dev.firedrill.replay.sweep;

import dev.firedrill.incident.Incident;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.List;

/// Incidents that an alert should have told of, and what the data can say of them.
///
/// @param within those that overlap the replayed time, by which settings are judged
/// @param outside the others
/// @param tolerance milliseconds around an incident within which a firing is still about it
public record KnownIncidents(List<Incident> within, List<Incident> outside, long tolerance) {
  public KnownIncidents {
    within = List.copyOf(within);
    outside = List.copyOf(outside);
  }

  /// {@return incidents, told apart by whether they overlap the replayed time}
  public static KnownIncidents of(List<Incident> all, TimeRange range, long tolerance) {
    List<Incident> within = new ArrayList<>();
    List<Incident> outside = new ArrayList<>();
    for (Incident incident : all) {
      boolean overlaps = incident.end() >= range.first() && incident.start() <= range.last();
      (overlaps ? within : outside).add(incident);
    }
    return new KnownIncidents(within, outside, tolerance);
  }

  /// {@return whether an incident lies wholly within a gap, so that nothing could be seen of it}
  /// @param gaps stretches without samples, each from the last before to the first after
  static boolean isIn(List<TimeRange> gaps, Incident incident) {
    return gaps.stream()
        .anyMatch(gap -> gap.first() < incident.start() && incident.end() < gap.last());
  }
}
