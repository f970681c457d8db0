package dev.firedrill.cli.amtool;

import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.alertmanager.route.RouteStep;
import dev.firedrill.alertmanager.route.RouteWalk;
import dev.firedrill.diagnostic.Located;
import java.util.ArrayList;
import java.util.List;

/// A routing tree as amtool draws it.
final class RouteTree {
  private final StringBuilder out = new StringBuilder(".\n");

  private RouteTree() {}

  /// {@return all routes, each with its receiver}
  static String whole(Route root) {
    RouteTree tree = new RouteTree();
    tree.route(root, "", true);
    return tree.out.toString();
  }

  /// {@return the routes that an alert takes, with receivers where it ends}
  static String matching(RouteWalk walk) {
    RouteTree tree = new RouteTree();
    tree.step(walk.root(), "", true);
    return tree.out.toString();
  }

  private void route(Route route, String indent, boolean last) {
    String more = route.continues() ? "  continue: true" : "";
    String below = line(indent, last, slug(route) + more + "  receiver: " + route.receiver());
    List<Route> routes = route.routes();
    for (int i = 0; i < routes.size(); i++) {
      route(routes.get(i), below, i == routes.size() - 1);
    }
  }

  private void step(RouteStep.Visited step, String indent, boolean last) {
    Route route = step.route();
    String receiver = step.selected() ? "  receiver: " + route.receiver() : "";
    String below = line(indent, last, slug(route) + receiver);
    List<RouteStep.Visited> taken = new ArrayList<>();
    for (RouteStep each : step.steps()) {
      if (each instanceof RouteStep.Visited visited && visited.matched()) {
        taken.add(visited);
      }
    }
    for (int i = 0; i < taken.size(); i++) {
      step(taken.get(i), below, i == taken.size() - 1);
    }
  }

  /// Draws a node.
  ///
  /// @return what stands before the nodes below it
  private String line(String indent, boolean last, String text) {
    out.append(indent).append(last ? "└── " : "├── ").append(text).append('\n');
    return indent + (last ? "    " : "│   ");
  }

  private static String slug(Route route) {
    if (route.matchers().isEmpty()) {
      return "default-route";
    }
    List<Matcher> matchers = new ArrayList<>();
    for (Located<Matcher> matcher : route.matchers()) {
      matchers.add(matcher.value());
    }
    return Matcher.print(matchers);
  }
}
