package dev.firedrill.lint.check.route;

import dev.firedrill.alertmanager.Route;
import dev.firedrill.alertmanager.RouteSetting;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Span;
import org.jspecify.annotations.Nullable;

/// Where a finding about a route points: short, so that it is seen which one is meant.
final class RoutePlaces {
  private RoutePlaces() {}

  /// {@return the first matcher, else the receiver, else the start of the route}
  static Location of(Route route) {
    if (!route.matchers().isEmpty()) {
      return route.matchers().getFirst().location();
    }
    @Nullable Location receiver = route.settings().receiver().location();
    boolean written = route.settings().receiver().origin() == RouteSetting.Origin.WRITTEN;
    return receiver != null && written ? receiver : start(route.location());
  }

  /// {@return where a setting is written, or the route where it is inherited}
  static Location of(Route route, RouteSetting<?> setting) {
    @Nullable Location place = setting.location();
    return place != null && setting.origin() == RouteSetting.Origin.WRITTEN ? place : of(route);
  }

  private static Location start(Location whole) {
    int at = whole.span().start();
    return new Location(whole.file(), new Span(at, Math.min(at + 1, whole.span().end())));
  }
}
