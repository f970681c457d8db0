package dev.firedrill.replay.sweep;

import dev.firedrill.alert.AlertInterval;
import dev.firedrill.alert.AlertTimeline;
import dev.firedrill.incident.Incident;
import dev.firedrill.replay.AlertReplay;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How well an alert would have told of incidents.
///
/// A firing is about an incident if the instance has the incident's labels, and it fires at any
/// time from a tolerance before the start to as long after the end. The lead is how long before the
/// start of the incident the first such firing began; below 0 where it began after.
///
/// @param caught how many incidents a firing is about
/// @param missed those that no firing is about, although there was something to be seen
/// @param unrecorded those that no firing is about, and during which nothing was recorded
/// @param falseAlarms firings that are about none
/// @param leads of those caught, in milliseconds, the latest alert first
public record IncidentScore(
    int caught,
    List<Incident> missed,
    List<Incident> unrecorded,
    int falseAlarms,
    List<Long> leads) {
  public IncidentScore {
    missed = List.copyOf(missed);
    unrecorded = List.copyOf(unrecorded);
    leads = List.copyOf(leads);
  }

  /// {@return how well an alert did}
  /// @param gaps stretches without any sample, each from the last before to the first after
  public static IncidentScore of(AlertReplay alert, KnownIncidents known, List<TimeRange> gaps) {
    List<Incident> missed = new ArrayList<>();
    List<Incident> unrecorded = new ArrayList<>();
    List<Long> leads = new ArrayList<>();
    for (Incident incident : known.within()) {
      @Nullable Long first = firstAbout(incident, alert, known.tolerance());
      if (first != null) {
        leads.add(incident.start() - first);
      } else {
        (KnownIncidents.isIn(gaps, incident) ? unrecorded : missed).add(incident);
      }
    }
    leads.sort(null);
    return new IncidentScore(leads.size(), missed, unrecorded, falseAlarms(alert, known), leads);
  }

  private static @Nullable Long firstAbout(Incident incident, AlertReplay alert, long tolerance) {
    @Nullable Long first = null;
    for (AlertTimeline instance : alert.instances()) {
      for (AlertInterval firing : instance.firing()) {
        if (isAbout(incident, instance, firing, tolerance)
            && (first == null || firing.start() < first)) {
          first = firing.start();
        }
      }
    }
    return first;
  }

  private static int falseAlarms(AlertReplay alert, KnownIncidents known) {
    int count = 0;
    for (AlertTimeline instance : alert.instances()) {
      for (AlertInterval firing : instance.firing()) {
        boolean about =
            known.within().stream()
                .anyMatch(each -> isAbout(each, instance, firing, known.tolerance()));
        count += about ? 0 : 1;
      }
    }
    return count;
  }

  private static boolean isAbout(
      Incident incident, AlertTimeline instance, AlertInterval firing, long tolerance) {
    // It ends with the first evaluation at which it no longer fires.
    long earliest = incident.start() - tolerance;
    return incident.concerns(instance.labels())
        && firing.start() <= incident.end() + tolerance
        && (firing.end() > earliest || (firing.open() && firing.end() == earliest));
  }

  /// {@return of how many incidents anything can be said}
  public int judged() {
    return caught + missed.size();
  }

  /// {@return the median of the leads, in milliseconds; null where none was caught}
  public @Nullable Long medianLead() {
    if (leads.isEmpty()) {
      return null;
    }
    long[] sorted = leads.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[middle]
        : Long.valueOf((sorted[middle - 1] + sorted[middle]) / 2);
  }

  /// {@return the least lead, of the incident told of last; null where none was caught}
  public @Nullable Long leastLead() {
    return leads.isEmpty() ? null : leads.getFirst();
  }

  /// {@return the greatest lead; null where none was caught}
  public @Nullable Long mostLead() {
    return leads.isEmpty() ? null : leads.getLast();
  }
}
