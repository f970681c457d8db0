package dev.firedrill.alertmanager;

import dev.firedrill.diagnostic.Location;
import org.jspecify.annotations.Nullable;

/// A setting of a route, and where it comes from.
///
/// @param location where it is written, be it here or in an ancestor; null for a default
public record RouteSetting<T>(T value, Origin origin, @Nullable Location location) {
  /// Where the value of a setting comes from.
  public enum Origin {
    /// The route itself.
    WRITTEN,
    /// The nearest ancestor that writes it.
    INHERITED,
    /// Alertmanager.
    DEFAULT
  }

  /// {@return a setting that the route writes itself}
  public static <T> RouteSetting<T> written(T value, Location location) {
    return new RouteSetting<>(value, Origin.WRITTEN, location);
  }

  /// {@return what holds where nothing is written}
  public static <T> RouteSetting<T> byDefault(T value) {
    return new RouteSetting<>(value, Origin.DEFAULT, null);
  }

  /// {@return this as a child sees it that does not write the setting itself}
  public RouteSetting<T> inherited() {
    return origin == Origin.WRITTEN ? new RouteSetting<>(value, Origin.INHERITED, location) : this;
  }
}
