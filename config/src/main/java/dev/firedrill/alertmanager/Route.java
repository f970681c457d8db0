package dev.firedrill.alertmanager;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import java.util.ArrayList;
import java.util.List;

/// A node of the routing tree, with what it inherits filled in.
///
/// @param key names the route in the notification log: `{}/{team="db"}`. Siblings with equal
///     matchers share it
/// @param id as `key`, with the place among the siblings behind each step: unique
/// @param matchers all must match; in Alertmanager's order ([Matcher#ORDER]), those of the
///     deprecated `match` and `match_re` among them
/// @param continues whether siblings after this one are looked at when it has matched
/// @param settings what is inherited, or written here
/// @param muteTimeIntervals names of the intervals that mute this route (not its children)
/// @param activeTimeIntervals names of the intervals outside of which this route is mute
/// @param location the whole route with its children
public record Route(
    String key,
    String id,
    List<Located<Matcher>> matchers,
    boolean continues,
    RouteSettings settings,
    List<Located<String>> muteTimeIntervals,
    List<Located<String>> activeTimeIntervals,
    List<Route> routes,
    Location location) {
  public Route {
    matchers = List.copyOf(matchers);
    muteTimeIntervals = List.copyOf(muteTimeIntervals);
    activeTimeIntervals = List.copyOf(activeTimeIntervals);
    routes = List.copyOf(routes);
  }

  /// {@return the receiver's name}
  public String receiver() {
    return settings.receiver().value();
  }

  /// {@return the line of the file where the route starts}
  public int line() {
    return location.start().line();
  }

  /// {@return this route and all below it, parents before children, in the order of the file}
  public List<Route> all() {
    List<Route> routes = new ArrayList<>();
    collect(routes);
    return routes;
  }

  private void collect(List<Route> into) {
    into.add(this);
    for (Route route : routes) {
      route.collect(into);
    }
  }
}
