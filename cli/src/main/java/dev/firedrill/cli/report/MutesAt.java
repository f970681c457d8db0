package dev.firedrill.cli.report;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.RouteMute;
import dev.firedrill.alertmanager.route.RouteWalk;
import java.time.Instant;
import java.util.List;

/// Which of the routes that an alert goes to keep quiet at a time.
///
/// @param mutes one for each matched route, in their order
public record MutesAt(Instant time, List<RouteMute> mutes) {
  public MutesAt {
    mutes = List.copyOf(mutes);
  }

  /// {@return what the time intervals of the matched routes come to}
  public static MutesAt of(RouteWalk walk, AlertmanagerConfig config, Instant time) {
    return new MutesAt(
        time,
        walk.matched().stream().map(match -> RouteMute.of(match.route(), config, time)).toList());
  }
}
