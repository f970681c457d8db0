package dev.firedrill.cli.input;

import dev.firedrill.notify.AlertSender;
import dev.firedrill.notify.PostedAlert;
import dev.firedrill.prometheus.OutgoingLabels;
import dev.firedrill.replay.AlertListener;
import dev.firedrill.replay.AlertRelay;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.run.ActiveAlert;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;

/// What a replay posts to Alertmanager as alerts are evaluated, by rule.
abstract class AlertPosts extends AlertRelay {
  private final OutgoingLabels outgoing;
  private final IdentityHashMap<Rule, AlertSender> senders = new IdentityHashMap<>();

  /// @param onlooker is told of all, too
  AlertPosts(AlertListener onlooker, OutgoingLabels outgoing) {
    super(onlooker);
    this.outgoing = outgoing;
  }

  @Override
  public final void evaluated(
      Rule.AlertingRule rule, long interval, long time, Collection<ActiveAlert> alerts) {
    super.evaluated(rule, interval, time, alerts);
    AlertSender sender = senders.computeIfAbsent(rule, each -> new AlertSender(interval, outgoing));
    post(time, sender.due(alerts, time));
  }

  /// Posts what is due of a rule; nothing may be.
  ///
  /// @param time of the evaluation, in epoch milliseconds; never before that of the last call
  abstract void post(long time, List<PostedAlert> due);
}
