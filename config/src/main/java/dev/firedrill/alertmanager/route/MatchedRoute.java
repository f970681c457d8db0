package dev.firedrill.alertmanager.route;

import dev.firedrill.alertmanager.Route;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.Labels;
import java.util.List;

/// A route that an alert goes to.
///
/// @param path the routes from the root to this one, both included
/// @param groupLabels the alert's labels that name its group
public record MatchedRoute(Route route, List<Route> path, Labels groupLabels) {
  public MatchedRoute {
    path = List.copyOf(path);
  }

  /// {@return the key of the group as Alertmanager prints it, `{}/{team="db"}:{alertname="X"}`}
  public String groupKey() {
    StringBuilder key = new StringBuilder(route.key()).append(":{");
    for (int i = 0; i < groupLabels.size(); i++) {
      // Unlike in a matcher, a name is never quoted here.
      key.append(i == 0 ? "" : ", ")
          .append(groupLabels.name(i))
          .append('=')
          .append(GoQuote.quote(groupLabels.value(i)));
    }
    return key.append('}').toString();
  }
}
