package dev.firedrill.notify;

import dev.firedrill.alert.AlertState;
import dev.firedrill.labels.Labels;
import dev.firedrill.prometheus.OutgoingLabels;
import dev.firedrill.rules.run.ActiveAlert;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What Prometheus sends to Alertmanager for one alerting rule: firing alerts again and again, so
/// that Alertmanager knows that they still hold, and the end of those that were resolved.
public final class AlertSender {
  /// Prometheus's `--rules.alert.resend-delay`, in milliseconds.
  public static final long RESEND_DELAY = 60_000;

  private final long validity;
  private final OutgoingLabels labels;
  private final Map<Labels, Sent> sent = new HashMap<>();

  /// @param outgoing the labels with which it was sent; null where it was dropped
  private record Sent(@Nullable Labels outgoing, long activeAt, long time) {}

  /// A rule that has sent nothing yet.
  ///
  /// @param interval milliseconds between the rule's evaluations
  /// @param labels what the server makes of the labels of alerts
  public AlertSender(long interval, OutgoingLabels labels) {
    this.validity = 4 * Math.max(interval, RESEND_DELAY);
    this.labels = labels;
  }

  /// {@return what is sent after an evaluation}
  ///
  /// @param alerts as the evaluation left them
  /// @param time of the evaluation, in epoch milliseconds
  public List<PostedAlert> due(Collection<ActiveAlert> alerts, long time) {
    List<PostedAlert> due = new ArrayList<>();
    for (ActiveAlert alert : alerts) {
      switch (alert.state()) {
        case AlertState.Pending _ -> {}
        case AlertState.Firing firing ->
            add(due, alert, time, null, firing.firedAt(), time + validity);
        case AlertState.Resolved resolved ->
            add(due, alert, time, resolved.resolvedAt(), resolved.firedAt(), resolved.resolvedAt());
      }
    }
    return due;
  }

  private void add(
      List<PostedAlert> due,
      ActiveAlert alert,
      long time,
      @Nullable Long resolvedAt,
      long startsAt,
      long endsAt) {
    long activeAt = alert.state().activeAt();
    @Nullable Sent last = sent.get(alert.labels());
    if (isDue(last, activeAt, resolvedAt, time)) {
      @Nullable Labels outgoing =
          last == null ? labels.of(alert.labels()).orElse(null) : last.outgoing();
      sent.put(alert.labels(), new Sent(outgoing, activeAt, time));
      if (outgoing != null) {
        due.add(new PostedAlert(outgoing, alert::annotations, startsAt, endsAt));
      }
    }
  }

  private static boolean isDue(
      @Nullable Sent last, long activeAt, @Nullable Long resolvedAt, long time) {
    // An alert that came back has sent nothing yet.
    if (last == null || last.activeAt() != activeAt) {
      return true;
    }
    return (resolvedAt != null && resolvedAt > last.time()) || last.time() + RESEND_DELAY < time;
  }
}
