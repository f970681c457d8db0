package dev.firedrill.alertmanager.route;

import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.labels.Labels;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An alert's way through the routing tree, with the reason for each turn.
///
/// As Alertmanager dispatches: depth first; children are tried in order until one has matched that
/// has no `continue`; a node none of whose children matched takes the alert itself.
///
/// @param labels the alert's labels
/// @param root what became of it at the root
/// @param matched the routes that it goes to, in order; never empty. A receiver may come twice
public record RouteWalk(Labels labels, RouteStep.Visited root, List<MatchedRoute> matched) {
  public RouteWalk {
    matched = List.copyOf(matched);
  }

  /// {@return the way of an alert}
  ///
  /// @param root the root of the tree; its own matchers, which a valid file does not have, are not
  ///     looked at
  public static RouteWalk of(Route root, Labels labels) {
    Walker walker = new Walker(labels);
    RouteStep.Visited step = walker.enter(root, List.of());
    return new RouteWalk(labels, step, walker.matched);
  }

  /// {@return the names of the receivers, in order, with repetitions}
  public List<String> receivers() {
    return matched.stream().map(match -> match.route().receiver()).toList();
  }

  private static final class Walker {
    private final Labels labels;
    private final List<MatchedRoute> matched = new ArrayList<>();
    private final Deque<Route> path = new ArrayDeque<>();

    Walker(Labels labels) {
      this.labels = labels;
    }

    RouteStep.Visited visit(Route route) {
      List<MatcherOutcome> outcomes = new ArrayList<>(route.matchers().size());
      boolean all = true;
      for (Located<Matcher> matcher : route.matchers()) {
        String value = labels.get(matcher.value().name());
        boolean matches = matcher.value().matches(value);
        all &= matches;
        outcomes.add(new MatcherOutcome(matcher, value, matches));
      }
      return all
          ? enter(route, outcomes)
          : new RouteStep.Visited(route, outcomes, List.of(), false);
    }

    RouteStep.Visited enter(Route route, List<MatcherOutcome> outcomes) {
      path.addLast(route);
      int before = matched.size();
      List<RouteStep> steps = children(route);
      boolean selected = matched.size() == before;
      if (selected) {
        Labels group = route.settings().groupBy().value().groupLabels(labels);
        matched.add(new MatchedRoute(route, List.copyOf(path), group));
      }
      path.removeLast();
      return new RouteStep.Visited(route, outcomes, steps, selected);
    }

    private List<RouteStep> children(Route route) {
      List<RouteStep> steps = new ArrayList<>(route.routes().size());
      @Nullable Route stop = null;
      for (Route child : route.routes()) {
        if (stop != null) {
          steps.add(new RouteStep.NotVisited(child, stop));
          continue;
        }
        RouteStep.Visited step = visit(child);
        steps.add(step);
        if (step.matched() && !child.continues()) {
          stop = child;
        }
      }
      return steps;
    }
  }
}
