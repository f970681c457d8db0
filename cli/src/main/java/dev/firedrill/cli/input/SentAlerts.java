package dev.firedrill.cli.input;

import dev.firedrill.notify.AlertmanagerSimulation;
import dev.firedrill.notify.PostedAlert;
import dev.firedrill.prometheus.OutgoingLabels;
import dev.firedrill.replay.AlertListener;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;

/// Keeps what a replay sends to Alertmanager, so that it can be sent to another one.
public final class SentAlerts extends AlertPosts {
  // About a hundred bytes each.
  private static final int MOST = 1_000_000;

  private final List<Post> posts = new ArrayList<>();
  private int size;

  private record Post(long time, List<PostedAlert> alerts) {}

  /// Nothing so far.
  ///
  /// @param onlooker is told of all, too
  public SentAlerts(AlertListener onlooker, OutgoingLabels outgoing) {
    super(onlooker, outgoing);
  }

  @Override
  void post(long time, List<PostedAlert> due) {
    if (due.isEmpty() || size > MOST) {
      return;
    }
    size += due.size();
    if (size > MOST) {
      posts.clear();
      return;
    }
    List<PostedAlert> kept = new ArrayList<>();
    for (PostedAlert each : due) {
      // Nobody reads the texts, which hold much else.
      kept.add(new PostedAlert(each.labels(), TreeMap::new, each.startsAt(), each.endsAt()));
    }
    posts.add(new Post(time, kept));
  }

  /// {@return whether all is known: it was not too much}
  boolean isWhole() {
    return size <= MOST;
  }

  /// Sends all.
  ///
  /// @param reached is told how much of it is sent, from 0 to 1
  void sendTo(AlertmanagerSimulation alertmanager, DoubleConsumer reached) {
    int done = 0;
    for (Post post : posts) {
      alertmanager.passUntil(post.time());
      alertmanager.post(post.time(), post.alerts());
      done += post.alerts().size();
      reached.accept((double) done / size);
    }
  }
}
