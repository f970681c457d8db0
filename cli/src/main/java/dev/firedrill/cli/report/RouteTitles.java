package dev.firedrill.cli.report;

import dev.firedrill.alertmanager.GroupBy;
import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.alertmanager.RouteSetting;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.labels.PrometheusDuration;
import java.time.Duration;
import java.util.List;

/// Routes and their settings in words.
public final class RouteTitles {
  private RouteTitles() {}

  /// {@return the matchers of a route, `{}` where it has none}
  public static String matchers(Route route) {
    return route.matchers().isEmpty()
        ? "{}"
        : Matcher.print(route.matchers().stream().map(Located::value).toList());
  }

  /// {@return `all labels`, or the names in brackets}
  public static String groupBy(GroupBy groupBy) {
    return groupBy.all() ? "all labels" : "[" + String.join(", ", groupBy.labels()) + "]";
  }

  /// {@return the names as `group_by` has them, `...` for all}
  public static List<String> groupByNames(GroupBy groupBy) {
    return groupBy.all() ? List.of("...") : groupBy.labels();
  }

  /// {@return a duration as Prometheus writes it}
  public static String duration(Duration duration) {
    return PrometheusDuration.format(duration.toMillis());
  }

  /// {@return where a setting comes from: ` (default)`, ` (line 4)` for an ancestor's; nothing
  ///     where
  /// the route writes it itself}
  static String origin(RouteSetting<?> setting) {
    Location location = setting.location();
    return switch (setting.origin()) {
      case WRITTEN -> "";
      case DEFAULT -> " (default)";
      case INHERITED -> location == null ? "" : " (line " + location.start().line() + ")";
    };
  }
}
