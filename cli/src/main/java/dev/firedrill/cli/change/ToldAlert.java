package dev.firedrill.cli.change;

import dev.firedrill.cli.input.NotificationRun;
import dev.firedrill.cli.report.Counted;
import dev.firedrill.labels.Labels;
import dev.firedrill.notify.HeldBack;
import dev.firedrill.notify.Notification;
import dev.firedrill.notify.NotifiedAlert;
import dev.firedrill.replay.AlertReplay;
import dev.firedrill.replay.compare.BehaviourChange;
import dev.firedrill.replay.compare.ReplayComparison;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// An alert that fires in both versions, and of which only one tells anybody.
///
/// @param alert its name
/// @param before how many notifications tell that it fires, by the old version
/// @param after how many do by the new one
/// @param heldBack what holds it back where nobody is told, in words: `inhibition`
public record ToldAlert(String alert, int before, int after, List<String> heldBack) {
  public ToldAlert {
    heldBack = List.copyOf(heldBack);
  }

  /// {@return it in words}
  public String words() {
    String why = heldBack.isEmpty() ? "" : ": held back by " + String.join(", ", heldBack);
    return after == 0
        ? "fires, and nobody is told of it any more ("
            + Counted.of(before, "notification")
            + " before)"
            + why
        : "is told of now (" + Counted.of(after, "notification") + "), and was not before" + why;
  }

  /// {@return the alerts of which only one of two versions tells anybody}
  static List<ToldAlert> between(
      ReplayComparison replay, @Nullable NotificationRun before, @Nullable NotificationRun after) {
    List<ToldAlert> found = new ArrayList<>();
    if (before == null || after == null) {
      return found;
    }
    Told then = new Told(before, replay.before().alerts());
    Told now = new Told(after, replay.after().alerts());
    for (BehaviourChange each : replay.alerts()) {
      AlertReplay old = each.before();
      AlertReplay latest = each.after();
      if (old != null && latest != null && old.firings() > 0 && latest.firings() > 0) {
        int told = then.count(old);
        int tells = now.count(latest);
        if ((told == 0) != (tells == 0)) {
          List<String> heldBack = tells == 0 ? now.heldBack(latest) : then.heldBack(old);
          found.add(new ToldAlert(each.name(), told, tells, heldBack));
        }
      }
    }
    return found;
  }

  /// What one version tells of each of its alerts.
  private static final class Told {
    private final Map<Labels, AlertReplay> owners = new HashMap<>();
    private final IdentityHashMap<AlertReplay, Integer> counts = new IdentityHashMap<>();
    private final IdentityHashMap<AlertReplay, Set<String>> held = new IdentityHashMap<>();

    Told(NotificationRun run, List<AlertReplay> alerts) {
      for (AlertReplay alert : alerts) {
        alert
            .instances()
            .forEach(
                one ->
                    run.outgoing()
                        .of(one.labels())
                        .ifPresent(sent -> owners.putIfAbsent(sent, alert)));
      }
      run.log().notifications().forEach(this::add);
      for (HeldBack each : run.log().heldBack()) {
        AlertReplay owner = owners.get(each.labels());
        if (owner != null) {
          held.computeIfAbsent(owner, _ -> new TreeSet<>()).add(each.stage().words());
        }
      }
    }

    private void add(Notification notification) {
      Set<AlertReplay> told = Collections.newSetFromMap(new IdentityHashMap<>());
      for (NotifiedAlert each : notification.alerts()) {
        AlertReplay owner = each.isFiring() ? owners.get(each.labels()) : null;
        if (owner != null && told.add(owner)) {
          counts.merge(owner, 1, Integer::sum);
        }
      }
    }

    int count(AlertReplay alert) {
      return counts.getOrDefault(alert, 0);
    }

    List<String> heldBack(AlertReplay alert) {
      return List.copyOf(held.getOrDefault(alert, Set.of()));
    }
  }
}
