package dev.firedrill.notify;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.alertmanager.RouteMute;
import dev.firedrill.alertmanager.route.MatchedRoute;
import dev.firedrill.alertmanager.silence.Silence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What keeps alerts of a group from being notified of: inhibition, the route's time intervals,
/// silences, in this order.
final class MuteStages {
  private final AlertmanagerConfig config;
  private final Inhibitor inhibitor;
  private final List<Silence> silences;
  private final HoldingLog log;

  /// Stages that look at the given things as they are at each tick.
  MuteStages(
      AlertmanagerConfig config, Inhibitor inhibitor, List<Silence> silences, HoldingLog log) {
    this.config = config;
    this.inhibitor = inhibitor;
    this.silences = silences;
    this.log = log;
  }

  /// {@return the alerts that pass}
  ///
  /// @param time of the tick, in epoch milliseconds
  List<StoredAlert> pass(MatchedRoute group, List<StoredAlert> alerts, long time) {
    RouteMute mute = RouteMute.of(group.route(), config, Instant.ofEpochMilli(time));
    List<StoredAlert> passed = new ArrayList<>();
    for (StoredAlert alert : alerts) {
      if (!isInhibited(group, alert, time)
          && !isMuted(mute, group, alert, time)
          && !isSilenced(group, alert, time)) {
        log.passed(time, group, alert);
        passed.add(alert);
      }
    }
    return passed;
  }

  private boolean isInhibited(MatchedRoute group, StoredAlert alert, long time) {
    return inhibitor
        .muting(alert.labels(), time)
        .map(
            by -> {
              int line = by.rule().location().start().line();
              String text = "inhibit rule at line " + line + ": " + by.source().labels();
              log.held(time, group, alert, HeldBack.Stage.INHIBITION, text);
              return true;
            })
        .orElse(false);
  }

  private boolean isMuted(RouteMute mute, MatchedRoute group, StoredAlert alert, long time) {
    if (mute.muted()) {
      HeldBack.Stage stage =
          mute.inactive() ? HeldBack.Stage.ACTIVE_TIME : HeldBack.Stage.MUTE_TIME;
      log.held(time, group, alert, stage, String.join(", ", mute.names()));
    }
    return mute.muted();
  }

  private boolean isSilenced(MatchedRoute group, StoredAlert alert, long time) {
    for (Silence silence : silences) {
      if (silence.covers(alert.labels(), time)) {
        String text = silence.id() + ": " + Matcher.print(silence.matchers());
        log.held(time, group, alert, HeldBack.Stage.SILENCE, text);
        return true;
      }
    }
    return false;
  }
}
