package dev.firedrill.cli.routing;

import dev.firedrill.labels.Labels;
import dev.firedrill.rules.Rule.AlertingRule;
import java.util.ArrayList;
import java.util.List;

/// Alerts of a rule that one routing tree treats otherwise than another.
///
/// @param labels those that are known
/// @param conditions what must hold of others for it to be so; none where it is so for all
public record RouteChange(
    AlertingRule rule,
    Labels labels,
    List<String> conditions,
    List<RouteOutcome> before,
    List<RouteOutcome> after) {
  public RouteChange {
    conditions = List.copyOf(conditions);
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /// {@return what differs: `receivers`, `grouping`, `timing`}
  public List<String> kinds() {
    List<String> kinds = new ArrayList<>();
    if (!receivers(before).equals(receivers(after))) {
      kinds.add("receivers");
    } else {
      for (int i = 0; i < before.size(); i++) {
        RouteOutcome one = before.get(i);
        RouteOutcome other = after.get(i);
        boolean grouping = !one.groupBy().equals(other.groupBy());
        add(kinds, "grouping", grouping);
        add(kinds, "timing", !one.equals(other) && !(grouping && sameTiming(one, other)));
      }
    }
    return kinds;
  }

  private static boolean sameTiming(RouteOutcome one, RouteOutcome other) {
    return new RouteOutcome(
            one.receiver(),
            other.groupBy(),
            one.groupWait(),
            one.groupInterval(),
            one.repeatInterval(),
            one.muteTimeIntervals(),
            one.activeTimeIntervals())
        .equals(other);
  }

  private static void add(List<String> kinds, String kind, boolean wanted) {
    if (wanted && !kinds.contains(kind)) {
      kinds.add(kind);
    }
  }

  /// {@return the names of the receivers, in order}
  public static List<String> receivers(List<RouteOutcome> outcomes) {
    return outcomes.stream().map(RouteOutcome::receiver).toList();
  }
}
