package dev.firedrill.alertmanager.scenario;

import dev.firedrill.diagnostic.Location;
import dev.firedrill.labels.Labels;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A notification that must come. What is null is not compared.
///
/// @param time milliseconds from the start of the story
/// @param receiver the name of the receiver, or the last part of a webhook's path
/// @param status `firing` or `resolved`
/// @param groupKey as Alertmanager prints it
/// @param groupLabels of the group
/// @param httpStatus what the receiver answers
/// @param alerts in any order
public record ExpectedNotification(
    long time,
    String receiver,
    @Nullable String status,
    @Nullable String groupKey,
    @Nullable Labels groupLabels,
    @Nullable Integer httpStatus,
    @Nullable List<ExpectedAlert> alerts,
    Location location) {
  public ExpectedNotification {
    alerts = alerts == null ? null : List.copyOf(alerts);
  }

  /// An alert of a notification.
  ///
  /// @param status `firing` or `resolved`
  /// @param labels all of them; null where it is named by `value`
  /// @param value of one of its labels; null where it is named by `labels`
  public record ExpectedAlert(String status, @Nullable Labels labels, @Nullable String value) {
    /// {@return whether an alert is meant}
    public boolean means(Labels alert, boolean firing) {
      Labels all = labels();
      String one = value();
      return firing == status.equals("firing")
          && (all == null || all.equals(alert))
          && (one == null || alert.toMap().containsValue(one));
    }
  }
}
