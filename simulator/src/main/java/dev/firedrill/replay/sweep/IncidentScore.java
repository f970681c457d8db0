package dev.firedrill.replay.sweep;

import dev.firedrill.alert.AlertInterval;
import dev.firedrill.alert.AlertTimeline;
import dev.firedrill.incident.Incident;
import dev.firedrill.replay.AlertReplay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How well an alert would have told of incidents.
///
/// A firing is about an incident if the instance has the incident's labels, and it fires at any
/// time
/// from a tolerance before the start to as long after the end. The lead is how long before the
/// start of the incident the first such firing began; below 0 where it began after.
///
/// @param caught how many incidents a firing is about
/// @param missed the others
/// @param falseAlarms firings that are about none
/// @param leads of those caught, in milliseconds, the latest alert first
public record IncidentScore(int caught, List<Incident> missed, int falseAlarms, List<Long> leads) {
  public IncidentScore {
    missed = List.copyOf(missed);
    leads = List.copyOf(leads);
  }

  /// {@return how well an alert did}
  ///
  /// @param tolerance milliseconds
  public static IncidentScore of(AlertReplay alert, List<Incident> incidents, long tolerance) {
    List<Incident> missed = new ArrayList<>();
    List<Long> leads = new ArrayList<>();
    for (Incident incident : incidents) {
      @Nullable Long first = null;
      for (AlertTimeline instance : alert.instances()) {
        if (incident.concerns(instance.labels())) {
          for (AlertInterval firing : instance.firing()) {
            boolean about = isAbout(firing, incident, tolerance);
            if (about && (first == null || firing.start() < first)) {
              first = firing.start();
            }
          }
        }
      }
      if (first == null) {
        missed.add(incident);
      } else {
        leads.add(incident.start() - first);
      }
    }
    leads.sort(null);
    return new IncidentScore(leads.size(), missed, falseAlarms(alert, incidents, tolerance), leads);
  }

  private static int falseAlarms(AlertReplay alert, List<Incident> incidents, long tolerance) {
    int count = 0;
    for (AlertTimeline instance : alert.instances()) {
      for (AlertInterval firing : instance.firing()) {
        boolean about = false;
        for (Incident incident : incidents) {
          about |= incident.concerns(instance.labels()) && isAbout(firing, incident, tolerance);
        }
        count += about ? 0 : 1;
      }
    }
    return count;
  }

  private static boolean isAbout(AlertInterval firing, Incident incident, long tolerance) {
    return firing.start() <= incident.end() + tolerance
        && firing.end() >= incident.start() - tolerance;
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
