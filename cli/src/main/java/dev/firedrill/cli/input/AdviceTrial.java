package dev.firedrill.cli.input;

import dev.firedrill.alert.AlertTimeline;
import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.alertmanager.GroupBy;
import dev.firedrill.alertmanager.InhibitRule;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.alertmanager.RouteSetting;
import dev.firedrill.alertmanager.RouteSettings;
import dev.firedrill.alertmanager.route.MatchedRoute;
import dev.firedrill.alertmanager.route.RouteWalk;
import dev.firedrill.alertmanager.silence.Silence;
import dev.firedrill.cli.console.ProgressLine;
import dev.firedrill.cli.report.NoiseYaml;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.labels.Labels;
import dev.firedrill.notify.AlertmanagerSimulation;
import dev.firedrill.notify.Behaviour;
import dev.firedrill.notify.Notification;
import dev.firedrill.notify.NotificationLog;
import dev.firedrill.notify.Receivers;
import dev.firedrill.replay.AlertReplay;
import dev.firedrill.replay.noise.Noise;
import dev.firedrill.replay.noise.Together;
import dev.firedrill.replay.noise.Trial;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tries what is advised against alerts that fire together: sends what a replay sent to an
/// Alertmanager that follows the advice.
///
/// @param run what came of the replay
/// @param sent what was sent in it
/// @param config the configuration as it is
/// @param progress shows how far trials are
public record AdviceTrial(
    NotificationRun run,
    SentAlerts sent,
    AlertmanagerConfig config,
    List<Silence> silences,
    Behaviour behaviour,
    ProgressLine progress) {
  // Alerts that are handled in all trials together: some ten seconds.
  private static final long MOST = 4_000_000;
  private static final String FRAME = "route: {receiver: any}\nreceivers: [{name: any}]\n";

  public AdviceTrial {
    silences = List.copyOf(silences);
  }

  /// {@return the same noise, with what the advice would have come to; so much of it is tried as
  ///     does not take long, and the rest is marked as left out}
  public Noise of(Noise noise) {
    return of(noise, MOST);
  }

  /// {@return the same noise with what advice would have come to}
  /// @param most how many alerts may be handled
  Noise of(Noise noise, long most) {
    if (!sent.isWhole()) {
      return noise.tried(Together::untried);
    }
    Budget budget = new Budget(most);
    Noise tried = noise.tried(each -> budget.allows(each) ? each.tried(of(each)) : each.untried());
    progress.clear();
    return tried;
  }

  /// What all trials may cost.
  private final class Budget {
    private long left;

    Budget(long most) {
      left = most;
    }

    // A trial costs what the replay did; one group takes as long as the inhibit rule.
    boolean allows(Together together) {
      long cost = run.handled() * (together.groupingAdvised() ? 2 : 1);
      boolean allowed = cost <= left;
      left -= allowed ? cost : 0;
      return allowed;
    }
  }

  private @Nullable Trial of(Together together) {
    List<InhibitRule> advised = rules(together);
    if (advised.isEmpty()) {
      return null;
    }
    List<InhibitRule> all = new ArrayList<>(config.inhibitRules());
    all.addAll(advised);
    return new Trial(
        count(run.log()),
        concerned(together),
        count(log(with(config.route(), all), together)),
        grouped(together));
  }

  // Read as Alertmanager would read it.
  private static List<InhibitRule> rules(Together together) {
    SourceFile file = SourceFile.of("advice.yml", FRAME + NoiseYaml.inhibition(together));
    AlertmanagerConfig read =
        AlertmanagerReader.read(file, AlertmanagerOptions.STRICT).loaded().value();
    return read == null ? List.of() : read.inhibitRules();
  }

  private @Nullable Integer grouped(Together together) {
    if (!together.groupingAdvised()) {
      return null;
    }
    Set<String> common = routes(together.source());
    together.targets().forEach(each -> common.retainAll(routes(each)));
    if (common.isEmpty()) {
      return null;
    }
    GroupBy by = new GroupBy(false, together.equal());
    return count(
        log(with(regrouped(config.route(), common, by, false), config.inhibitRules()), together));
  }

  /// The routes that instances of an alert take.
  private Set<String> routes(AlertReplay alert) {
    Set<String> ids = new HashSet<>();
    for (AlertTimeline instance : alert.instances()) {
      Labels labels = run.outgoing().of(instance.labels()).orElse(Labels.EMPTY);
      if (labels.size() > 0 && !instance.firing().isEmpty()) {
        for (MatchedRoute matched : RouteWalk.of(config.route(), labels).matched()) {
          ids.add(matched.route().id());
        }
      }
    }
    return ids;
  }

  /// The tree where some routes group by other labels, and so do those that inherit it from them.
  private static Route regrouped(Route route, Set<String> ids, GroupBy by, boolean above) {
    RouteSettings old = route.settings();
    boolean inherits = above && old.groupBy().origin() != RouteSetting.Origin.WRITTEN;
    boolean changes = ids.contains(route.id()) || inherits;
    RouteSettings settings =
        changes
            ? new RouteSettings(
                old.receiver(),
                RouteSetting.written(by, route.location()),
                old.groupWait(),
                old.groupInterval(),
                old.repeatInterval(),
                old.labels())
            : old;
    return new Route(
        route.key(),
        route.id(),
        route.matchers(),
        route.continues(),
        settings,
        route.muteTimeIntervals(),
        route.activeTimeIntervals(),
        route.routes().stream().map(each -> regrouped(each, ids, by, changes)).toList(),
        route.location());
  }

  private AlertmanagerConfig with(Route route, List<InhibitRule> rules) {
    return new AlertmanagerConfig(
        config.source(),
        config.global(),
        route,
        config.receivers(),
        rules,
        config.timeIntervals(),
        config.templates());
  }

  private NotificationLog log(AlertmanagerConfig other, Together together) {
    long start = run.knownSince();
    AlertmanagerSimulation alertmanager =
        new AlertmanagerSimulation(other, behaviour, Receivers.WORKING, start);
    silences.forEach(silence -> alertmanager.silence(start, silence));
    String about = "  advice on " + together.source().rule().name().value();
    sent.sendTo(alertmanager, share -> progress.offer(() -> ProgressLine.bar(share) + about));
    return alertmanager.runUntil(run.replay().range().last()).since(run.replay().range().first());
  }

  private static int count(NotificationLog log) {
    return (int) log.notifications().stream().filter(Notification::isFiring).count();
  }

  private int concerned(Together together) {
    Set<Labels> labels = new HashSet<>();
    add(together.source(), labels);
    together.targets().forEach(each -> add(each, labels));
    return (int)
        run.log().notifications().stream()
            .filter(
                told ->
                    told.alerts().stream()
                        .anyMatch(each -> each.isFiring() && labels.contains(each.labels())))
            .count();
  }

  private void add(AlertReplay alert, Set<Labels> into) {
    for (AlertTimeline instance : alert.instances()) {
      run.outgoing().of(instance.labels()).ifPresent(into::add);
    }
  }
}
