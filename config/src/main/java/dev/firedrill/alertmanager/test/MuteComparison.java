package dev.firedrill.alertmanager.test;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.alertmanager.RouteMute;
import dev.firedrill.alertmanager.route.MatchedRoute;
import dev.firedrill.alertmanager.route.RouteWalk;
import dev.firedrill.diagnostic.Located;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether the time intervals that mute an alert's routes are those that a test expects.
record MuteComparison(RouteTest test, AlertmanagerConfig config, RouteWalk walk) {
  private static final String SUBJECT = "muted_by";

  /// {@return what is otherwise; nothing where all is as expected, or nothing is expected}
  Optional<RouteTestFailure> failure() {
    Located<List<String>> expected = test.expect().mutedBy();
    if (expected == null) {
      return Optional.empty();
    }
    Instant time = test.at();
    return time == null ? undecided(expected) : compare(expected, time);
  }

  // Without a time, only routes that never are mute can be judged.
  private Optional<RouteTestFailure> undecided(Located<List<String>> expected) {
    for (MatchedRoute match : walk.matched()) {
      if (RouteMute.isPossible(match.route())) {
        return Optional.of(
            failure(
                expected,
                "it depends on the time",
                "the route at line "
                    + match.route().line()
                    + " has time intervals, and the test does not say when it is: add 'at'"));
      }
    }
    return expected.value().isEmpty()
        ? Optional.empty()
        : Optional.of(failure(expected, "[]", "no matched route has time intervals"));
  }

  private Optional<RouteTestFailure> compare(Located<List<String>> expected, Instant time) {
    Set<String> got = new LinkedHashSet<>();
    List<String> reasons = new ArrayList<>();
    for (MatchedRoute match : walk.matched()) {
      RouteMute mute = RouteMute.of(match.route(), config, time);
      got.addAll(mute.names());
      if (mute.muted()) {
        reasons.add(reason(match.route(), mute));
      }
    }
    if (got.equals(new LinkedHashSet<>(expected.value()))) {
      return Optional.empty();
    }
    String reason =
        reasons.isEmpty() ? "no matched route is mute at " + time : String.join(", ", reasons);
    return Optional.of(failure(expected, List.copyOf(got).toString(), reason));
  }

  private static String reason(Route route, RouteMute mute) {
    String intervals = String.join(", ", mute.names());
    return route.receiver()
        + (mute.inactive() ? " is active only during " : " is muted during ")
        + intervals
        + " by the route at line "
        + route.line();
  }

  private static RouteTestFailure failure(
      Located<List<String>> expected, String got, String reason) {
    return new RouteTestFailure(
        SUBJECT, expected.value().toString(), got, reason, expected.location());
  }
}
