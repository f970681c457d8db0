package dev.firedrill.cli.report;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.Route;
import java.util.ArrayList;
import java.util.List;

/// What a drawing of the routing tree shows, in whatever language: routes and receivers by number.
///
/// @param routes parents before children
/// @param receivers those that routes name, each once
record RouteDiagram(AlertmanagerConfig config, List<Route> routes, List<String> receivers) {
  static RouteDiagram of(AlertmanagerConfig config) {
    List<Route> routes = config.route().all();
    return new RouteDiagram(
        config, routes, routes.stream().map(Route::receiver).distinct().toList());
  }

  /// {@return the lines that a route's box shows}
  String routeLabel(int number) {
    List<String> lines = new ArrayList<>();
    lines.add(RouteTitles.matchers(routes.get(number)));
    lines.addAll(RouteOutline.own(routes.get(number)));
    return String.join("\n", lines);
  }

  /// {@return the lines that a receiver's box shows}
  String receiverLabel(int number) {
    String receiver = receivers.get(number);
    return receiver + "\n" + RouteOutline.integrations(config, receiver);
  }

  /// {@return the number of a route}
  int number(Route wanted) {
    for (int i = 0; i < routes.size(); i++) {
      if (routes.get(i).id().equals(wanted.id())) {
        return i;
      }
    }
    throw new IllegalArgumentException("not a route of the tree: " + wanted.id());
  }

  /// {@return the number of the receiver of a route}
  int receiverOf(int route) {
    return receivers.indexOf(routes.get(route).receiver());
  }
}
