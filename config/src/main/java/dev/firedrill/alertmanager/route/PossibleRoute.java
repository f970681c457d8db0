package dev.firedrill.alertmanager.route;

import dev.firedrill.alertmanager.Route;
import java.util.List;

/// A route that an alert goes to, or may go to, depending on labels that are not known.
///
/// @param path the routes from the root to this one, both included
/// @param conditions all of what must hold for the alert to go there; none where it surely does
/// @param labels what is known of the alerts that go there
public record PossibleRoute(
    Route route, List<Route> path, List<Condition> conditions, KnownLabels labels) {
  public PossibleRoute {
    path = List.copyOf(path);
    conditions = List.copyOf(conditions);
  }

  /// {@return whether all alerts go there}
  public boolean sure() {
    return conditions.isEmpty();
  }
}
