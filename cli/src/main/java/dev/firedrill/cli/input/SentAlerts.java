package dev.firedrill.cli.input;

import dev.firedrill.notify.AlertSender;
import dev.firedrill.notify.AlertmanagerSimulation;
import dev.firedrill.notify.PostedAlert;
import dev.firedrill.prometheus.OutgoingLabels;
import dev.firedrill.replay.AlertListener;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.run.ActiveAlert;
import dev.firedrill.rules.run.RuleFailure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.TreeMap;

/// Keeps what a replay sends to Alertmanager, so that it can be sent to another one.
public final class SentAlerts implements AlertListener {
  // About a hundred bytes each.
  private static final int MOST = 1_000_000;

  private final AlertListener onlooker;
  private final OutgoingLabels outgoing;
  private final IdentityHashMap<Rule, AlertSender> senders = new IdentityHashMap<>();
  private final List<Post> posts = new ArrayList<>();
  private int size;

  private record Post(long time, List<PostedAlert> alerts) {}

  /// Nothing so far.
  ///
  /// @param onlooker is told of all, too
  public SentAlerts(AlertListener onlooker, OutgoingLabels outgoing) {
    this.onlooker = onlooker;
    this.outgoing = outgoing;
  }

  @Override
  public void evaluated(
      Rule.AlertingRule rule, long interval, long time, Collection<ActiveAlert> alerts) {
    onlooker.evaluated(rule, interval, time, alerts);
    List<PostedAlert> due = new ArrayList<>();
    for (PostedAlert each :
        senders
            .computeIfAbsent(rule, any -> new AlertSender(interval, outgoing))
            .due(alerts, time)) {
      // Nobody reads the texts, which hold much else.
      due.add(new PostedAlert(each.labels(), TreeMap::new, each.startsAt(), each.endsAt()));
    }
    if (!due.isEmpty() && size <= MOST) {
      size += due.size();
      posts.add(new Post(time, due));
      if (size > MOST) {
        posts.clear();
      }
    }
  }

  @Override
  public void failed(Rule.AlertingRule rule, RuleFailure failure, Collection<ActiveAlert> alerts) {
    onlooker.failed(rule, failure, alerts);
  }

  @Override
  public void scanned(long time) {
    onlooker.scanned(time);
  }

  @Override
  public void ahead(int number, int count, long time) {
    onlooker.ahead(number, count, time);
  }

  /// {@return whether all is known: it was not too much}
  boolean isWhole() {
    return size <= MOST;
  }

  /// {@return how many alerts were posted, each time counted}
  int size() {
    return size;
  }

  /// Sends all.
  void sendTo(AlertmanagerSimulation alertmanager) {
    for (Post post : posts) {
      alertmanager.passUntil(post.time());
      alertmanager.post(post.time(), post.alerts());
    }
  }
}
