package dev.firedrill.grafana;

import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which alerts go to which contact point: what Alertmanager calls a route.
///
/// @param receiver the contact point; null where it is the parent's
/// @param location the whole of it
public record NotificationPolicy(
    @Nullable SourceText receiver, List<NotificationPolicy> routes, Location location) {
  public NotificationPolicy {
    routes = List.copyOf(routes);
  }

  /// {@return this and all below it, parents before children}
  public List<NotificationPolicy> all() {
    List<NotificationPolicy> all = new ArrayList<>();
    all.add(this);
    routes.forEach(route -> all.addAll(route.all()));
    return all;
  }
}
