package dev.firedrill.alertmanager;

import dev.firedrill.diagnostic.Located;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a child route takes over from its parent unless it writes its own.
///
/// @param receiver empty only at a root that lacks one, which is an error of the file
/// @param labels route labels (since Alertmanager 0.34), merged from the root down
public record RouteSettings(
    RouteSetting<String> receiver,
    RouteSetting<GroupBy> groupBy,
    RouteSetting<Duration> groupWait,
    RouteSetting<Duration> groupInterval,
    RouteSetting<Duration> repeatInterval,
    Map<String, String> labels) {
  /// Alertmanager's defaults.
  public static final RouteSettings DEFAULTS =
      new RouteSettings(
          RouteSetting.byDefault(""),
          RouteSetting.byDefault(GroupBy.NONE),
          RouteSetting.byDefault(Duration.ofSeconds(30)),
          RouteSetting.byDefault(Duration.ofMinutes(5)),
          RouteSetting.byDefault(Duration.ofHours(4)),
          Map.of());

  public RouteSettings {
    labels = Map.copyOf(labels);
  }

  /// {@return a setting as a route has it that may write its own}
  ///
  /// @param own what the route writes; null where it writes nothing
  static <T> RouteSetting<T> merged(RouteSetting<T> parent, @Nullable Located<T> own) {
    return own == null ? parent.inherited() : RouteSetting.written(own.value(), own.location());
  }
}
