package dev.firedrill.alertmanager.route;

import dev.firedrill.alertmanager.Route;
import java.util.List;

/// What became of an alert at one node of the routing tree.
public sealed interface RouteStep {
  /// {@return the node}
  Route route();

  /// The node was looked at.
  ///
  /// @param matchers each of its matchers with the value it met; none at the root, which always
  ///     matches
  /// @param steps its children; empty where the node did not match
  /// @param selected whether the alert goes to this node's receiver: it matched and no child did
  record Visited(
      Route route, List<MatcherOutcome> matchers, List<RouteStep> steps, boolean selected)
      implements RouteStep {
    public Visited {
      matchers = List.copyOf(matchers);
      steps = List.copyOf(steps);
    }

    /// {@return whether all matchers matched}
    public boolean matched() {
      return matchers.stream().allMatch(MatcherOutcome::matched);
    }

    /// {@return the matchers that did not match; any one of them is reason enough}
    public List<MatcherOutcome> failures() {
      return matchers.stream().filter(outcome -> !outcome.matched()).toList();
    }
  }

  /// The node was not looked at.
  ///
  /// @param stoppedBy the earlier sibling that matched and has no `continue`
  record NotVisited(Route route, Route stoppedBy) implements RouteStep {}
}
