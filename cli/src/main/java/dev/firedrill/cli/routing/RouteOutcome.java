package dev.firedrill.cli.routing;

import dev.firedrill.alertmanager.Route;
import dev.firedrill.alertmanager.RouteSettings;
import dev.firedrill.cli.report.RouteTitles;
import dev.firedrill.diagnostic.Located;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What a route does with an alert, wherever in the tree it stands.
///
/// @param groupBy as `group_by` has it, sorted, `...` for all labels
/// @param muteTimeIntervals by name, sorted, and so are the active ones
public record RouteOutcome(
    String receiver,
    List<String> groupBy,
    Duration groupWait,
    Duration groupInterval,
    Duration repeatInterval,
    List<String> muteTimeIntervals,
    List<String> activeTimeIntervals) {
  public RouteOutcome {
    groupBy = List.copyOf(groupBy);
    muteTimeIntervals = List.copyOf(muteTimeIntervals);
    activeTimeIntervals = List.copyOf(activeTimeIntervals);
  }

  /// {@return what a route does}
  static RouteOutcome of(Route route) {
    RouteSettings settings = route.settings();
    return new RouteOutcome(
        route.receiver(),
        RouteTitles.groupByNames(settings.groupBy().value()).stream().sorted().toList(),
        settings.groupWait().value(),
        settings.groupInterval().value(),
        settings.repeatInterval().value(),
        names(route.muteTimeIntervals()),
        names(route.activeTimeIntervals()));
  }

  private static List<String> names(List<Located<String>> names) {
    return names.stream().map(Located::value).sorted().toList();
  }

  /// {@return all of it in words}
  public String text() {
    List<String> words = new ArrayList<>();
    words.add(receiver);
    words.add("by [" + String.join(", ", groupBy) + "]");
    words.add("wait " + RouteTitles.duration(groupWait));
    words.add("interval " + RouteTitles.duration(groupInterval));
    words.add("repeat " + RouteTitles.duration(repeatInterval));
    if (!muteTimeIntervals.isEmpty()) {
      words.add("muted during " + String.join(" ", muteTimeIntervals));
    }
    if (!activeTimeIntervals.isEmpty()) {
      words.add("active only during " + String.join(" ", activeTimeIntervals));
    }
    return String.join(", ", words);
  }
}
