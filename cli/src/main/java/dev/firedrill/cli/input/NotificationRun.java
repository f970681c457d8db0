package dev.firedrill.cli.input;

import dev.firedrill.alert.AlertInterval;
import dev.firedrill.alert.AlertTimeline;
import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.silence.Silence;
import dev.firedrill.labels.Labels;
import dev.firedrill.notify.AlertmanagerSimulation;
import dev.firedrill.notify.Behaviour;
import dev.firedrill.notify.NotificationLog;
import dev.firedrill.notify.PostedAlert;
import dev.firedrill.notify.Receivers;
import dev.firedrill.prometheus.OutgoingLabels;
import dev.firedrill.replay.AlertListener;
import dev.firedrill.replay.AlertReplay;
import dev.firedrill.replay.ReplayReport;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Rules replayed on recorded series, and what an Alertmanager made of their alerts.
///
/// @param replay when the alerts were pending and firing
/// @param log what was notified of, and what was held back
/// @param outgoing what Prometheus made of the labels of alerts when it sent them
/// @param knownSince when both servers were started, in epoch milliseconds: of what was before,
///     nothing is known
/// @param handled how many alerts Alertmanager took in and looked over, each time counted: what it
///     has cost
public record NotificationRun(
    ReplayReport replay,
    NotificationLog log,
    OutgoingLabels outgoing,
    long knownSince,
    long handled) {
  /// Replays rules and notifies.
  ///
  /// @param range from when to when it is told what happens; alerts and notifications of before are
  ///     known of five days, as far as there are samples; what Alertmanager would do later is left
  ///     out
  /// @param silences known to Alertmanager from the beginning
  public static NotificationRun of(
      RuleReplay rules,
      List<RuleFile> files,
      SeriesSource source,
      TimeRange range,
      AlertmanagerConfig config,
      List<Silence> silences,
      Behaviour behaviour) {
    return of(rules, files, source, range, config, silences, behaviour, AlertListener.NONE);
  }

  /// Replays rules and notifies, as the other [#of] does.
  ///
  /// @param onlooker looks on
  public static NotificationRun of(
      RuleReplay rules,
      List<RuleFile> files,
      SeriesSource source,
      TimeRange range,
      AlertmanagerConfig config,
      List<Silence> silences,
      Behaviour behaviour,
      AlertListener onlooker) {
    RememberedTime remembered = RememberedTime.of(rules, files, source, range);
    long start = remembered.start();
    AlertmanagerSimulation alertmanager =
        new AlertmanagerSimulation(config, behaviour, Receivers.WORKING, start);
    silences.forEach(silence -> alertmanager.silence(start, silence));
    Sending sending = new Sending(alertmanager, rules.outgoing(), onlooker);
    ReplayReport replay = rules.run(files, source, range, sending, remembered.longer());
    NotificationLog log = alertmanager.runUntil(range.last()).since(range.first());
    return new NotificationRun(replay, log, rules.outgoing(), start, alertmanager.handled());
  }

  /// Sends alerts as they are evaluated.
  private static final class Sending extends AlertPosts {
    private final AlertmanagerSimulation alertmanager;

    Sending(AlertmanagerSimulation alertmanager, OutgoingLabels outgoing, AlertListener onlooker) {
      super(onlooker, outgoing);
      this.alertmanager = alertmanager;
    }

    @Override
    void post(long time, List<PostedAlert> due) {
      // As evaluations come in the order of time, what was posted need not be kept.
      alertmanager.passUntil(time);
      alertmanager.post(time, due);
    }
  }

  /// {@return what happened to one alert, by its name; notifications are told of whole}
  public NotificationRun about(String alert) {
    ReplayReport chosen =
        replay.with(
            replay.range(),
            replay.alerts().stream()
                .filter(each -> each.rule().name().value().equals(alert))
                .toList(),
            replay.failures().stream()
                .filter(each -> each.rule().name().value().equals(alert))
                .toList());
    return new NotificationRun(chosen, log(chosen.alerts(), false), outgoing, knownSince, handled);
  }

  /// {@return what was notified of some alerts, and what was held back of them; notifications are
  ///     told of whole}
  /// @param firing whether notifications are left out that only tell of their end
  public NotificationLog log(List<AlertReplay> alerts, boolean firing) {
    // Relabelling may have given them other names on the way.
    Set<Labels> sent = new HashSet<>();
    for (AlertReplay each : alerts) {
      each.instances().forEach(one -> outgoing.of(one.labels()).ifPresent(sent::add));
    }
    return new NotificationLog(
        log.notifications().stream()
            .filter(
                each ->
                    each.alerts().stream()
                        .anyMatch(
                            one -> (one.isFiring() || !firing) && sent.contains(one.labels())))
            .toList(),
        log.heldBack().stream().filter(held -> sent.contains(held.labels())).toList());
  }

  /// {@return what happened in a stretch of time}
  /// @param wanted takes the labels of alerts that are of interest
  public NotificationRun between(TimeRange range, Predicate<Labels> wanted) {
    List<AlertReplay> alerts = new ArrayList<>();
    for (AlertReplay alert : replay.alerts()) {
      List<AlertTimeline> instances = new ArrayList<>();
      for (AlertTimeline instance : alert.instances()) {
        if (wanted.test(instance.labels())) {
          instances.add(
              new AlertTimeline(
                  instance.labels(), instance.annotations(), within(instance.intervals(), range)));
        }
      }
      alerts.add(alert.with(instances));
    }
    NotificationLog since = log.since(range.first());
    NotificationLog told =
        new NotificationLog(
            since.notifications().stream()
                .filter(each -> each.time() <= range.last())
                .filter(each -> each.alerts().stream().anyMatch(one -> wanted.test(one.labels())))
                .toList(),
            since.heldBack().stream()
                .filter(held -> held.time() <= range.last() && wanted.test(held.labels()))
                .toList());
    return new NotificationRun(
        replay.with(range, alerts, replay.failures()), told, outgoing, knownSince, handled);
  }

  // Those that touch the range, and what they led to at once.
  private static List<AlertInterval> within(List<AlertInterval> intervals, TimeRange range) {
    List<AlertInterval> found = new ArrayList<>();
    for (AlertInterval each : intervals) {
      boolean goesOn = !found.isEmpty() && found.getLast().end() == each.start();
      if (each.end() >= range.first() && (each.start() <= range.last() || goesOn)) {
        found.add(each);
      }
    }
    return found;
  }
}
