package dev.firedrill.alertmanager;

import dev.firedrill.diagnostic.Located;
import java.time.Instant;
import java.util.List;

/// Whether a route keeps quiet at a time because of its time intervals.
///
/// @param inactive whether the time lies in none of the route's active intervals
/// @param names of the intervals to blame, in the route's order, each once: when inactive all of
///     the active ones, as Alertmanager reports it, else the mute ones that the time lies in.
///     None where the route is not mute
public record RouteMute(boolean inactive, List<String> names) {
  private static final RouteMute NONE = new RouteMute(false, List.of());

  public RouteMute {
    names = List.copyOf(names);
  }

  /// {@return whether a route is mute}
  ///
  /// Its own intervals decide; those of its ancestors do not. Active intervals are looked at first,
  /// and mute ones only when the route is active.
  public static RouteMute of(Route route, AlertmanagerConfig config, Instant time) {
    List<String> active = names(route.activeTimeIntervals());
    if (!active.isEmpty() && containing(active, config, time).isEmpty()) {
      return new RouteMute(true, active);
    }
    List<String> mute = containing(names(route.muteTimeIntervals()), config, time);
    return mute.isEmpty() ? NONE : new RouteMute(false, mute);
  }

  /// {@return whether the route has intervals, so that it depends on the time}
  public static boolean isPossible(Route route) {
    return !route.activeTimeIntervals().isEmpty() || !route.muteTimeIntervals().isEmpty();
  }

  /// {@return whether the route is mute}
  public boolean muted() {
    return !names.isEmpty();
  }

  private static List<String> names(List<Located<String>> written) {
    return written.stream().map(Located::value).distinct().toList();
  }

  private static List<String> containing(
      List<String> names, AlertmanagerConfig config, Instant time) {
    return names.stream()
        .filter(name -> config.timeInterval(name).filter(i -> i.contains(time)).isPresent())
        .toList();
  }
}
