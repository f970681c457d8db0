package dev.firedrill.alert;

import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/// When one alert instance was pending and when it fired.
///
/// @param labels what tells the instance from others, `alertname` among them
/// @param annotations as they were expanded last
/// @param intervals in the order of time; they do not overlap
public record AlertTimeline(
    Labels labels, SortedMap<String, String> annotations, List<AlertInterval> intervals) {
  /// Fired again within this time after it was resolved, in milliseconds, an alert flaps.
  public static final long FLAP_WINDOW = 3_600_000;

  public AlertTimeline {
    intervals = List.copyOf(intervals);
  }

  /// {@return the stretches of time in which the alert fired}
  public List<AlertInterval> firing() {
    // Reports ask for them often, right after a replay, when nothing of a stream is compiled yet.
    List<AlertInterval> firing = new ArrayList<>(intervals.size());
    for (AlertInterval interval : intervals) {
      if (interval.phase() == AlertInterval.Phase.FIRING) {
        firing.add(interval);
      }
    }
    return Collections.unmodifiableList(firing);
  }

  /// {@return how often the alert fired again within [#FLAP_WINDOW] after it was resolved}
  public int flaps() {
    List<AlertInterval> firing = firing();
    int flaps = 0;
    for (int i = 1; i < firing.size(); i++) {
      long quiet = firing.get(i).start() - firing.get(i - 1).end();
      flaps += quiet <= FLAP_WINDOW ? 1 : 0;
    }
    return flaps;
  }
}
