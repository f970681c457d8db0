package dev.firedrill.alertmanager.scenario;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A story and its expected end. Times are milliseconds from the start of the story.
///
/// @param config Alertmanager's configuration, written in the scenario; null where it is a file
/// @param alertmanager the configuration's path, relative to the scenario's file; null where it is
///     written in the scenario
/// @param start when the story begins
/// @param until when it ends; later notifications do not count
/// @param notifications what must be notified of
/// @param newest what Alertmanager 0.34 notifies of where that differs from `notifications`; null
///     where it does not
/// @param unstable why the outcome depends on chance; null where it does not. Such scenarios are
///     not run
public record Scenario(
    Located<String> name,
    @Nullable SourceText config,
    @Nullable Located<String> alertmanager,
    Instant start,
    List<ScenarioEvent> events,
    long until,
    List<ExpectedNotification> notifications,
    @Nullable List<ExpectedNotification> newest,
    @Nullable String unstable,
    Location location) {
  public Scenario {
    events = List.copyOf(events);
    notifications = List.copyOf(notifications);
    newest = newest == null ? null : List.copyOf(newest);
  }

  /// {@return what must be notified of}
  ///
  /// @param newestServer whether by Alertmanager 0.34, and not by 0.25
  public List<ExpectedNotification> expected(boolean newestServer) {
    List<ExpectedNotification> own = newest();
    return newestServer && own != null ? own : notifications;
  }
}
