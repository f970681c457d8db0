package dev.firedrill.notify;

import dev.firedrill.alertmanager.route.MatchedRoute;
import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes down what is held back: one entry for as long as an alert stays behind the same thing,
/// tick after tick.
final class HoldingLog {
  private final Map<Key, HeldBack> open = new HashMap<>();
  private final List<HeldBack> closed = new ArrayList<>();

  private record Key(String route, Labels group, Labels alert) {}

  /// Takes note that a tick holds an alert back.
  void held(long time, MatchedRoute group, StoredAlert alert, HeldBack.Stage stage, String by) {
    Key key = key(group, alert);
    @Nullable HeldBack before = open.get(key);
    if (before != null && before.stage() == stage && before.by().equals(by)) {
      return;
    }
    close(key, time);
    open.put(key, new HeldBack(time, alert.labels(), group, stage, by, null));
  }

  /// Takes note that a tick lets an alert pass.
  void passed(long time, MatchedRoute group, StoredAlert alert) {
    close(key(group, alert), time);
  }

  private void close(Key key, long time) {
    @Nullable HeldBack before = open.remove(key);
    if (before != null) {
      closed.add(
          new HeldBack(
              before.time(), before.labels(), before.group(), before.stage(), before.by(), time));
    }
  }

  private static Key key(MatchedRoute group, StoredAlert alert) {
    return new Key(group.route().id(), group.groupLabels(), alert.labels());
  }

  /// {@return everything, in order of time}
  List<HeldBack> all() {
    List<HeldBack> all = new ArrayList<>(closed);
    all.addAll(open.values());
    all.sort(Comparator.comparingLong(HeldBack::time).thenComparing(HeldBack::labels));
    return all;
  }
}
