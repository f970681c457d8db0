package dev.firedrill.notify;

import dev.firedrill.alertmanager.route.MatchedRoute;
import dev.firedrill.labels.Labels;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An alert that was not notified of though its group ticked.
///
/// @param time the first tick at which it was held back, in epoch milliseconds
/// @param group the route, and the labels of the group
/// @param by what holds it back, for people: a rule, an interval, a silence
/// @param until the first tick at which it was held back no more; null where that did not come
public record HeldBack(
    long time, Labels labels, MatchedRoute group, Stage stage, String by, @Nullable Long until) {

  /// Where on its way an alert is held back, in Alertmanager's order.
  public enum Stage {
    INHIBITION,
    ACTIVE_TIME,
    MUTE_TIME,
    SILENCE;

    /// {@return the stage in words: `mute time`}
    public String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
