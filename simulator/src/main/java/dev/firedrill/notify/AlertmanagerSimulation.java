package dev.firedrill.notify;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.Receiver;
import dev.firedrill.alertmanager.route.MatchedRoute;
import dev.firedrill.alertmanager.silence.Silence;
import dev.firedrill.labels.GoFormatException;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.yaml.YamlNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An Alertmanager on a virtual clock. Say what is posted to it and when, then let time pass.
///
/// It is alone (no cluster), answers at once, and its receivers take no time.
public final class AlertmanagerSimulation {
  private static final Duration RESOLVE_TIMEOUT = Duration.ofMinutes(5);

  private final AlertmanagerConfig config;
  private final EventQueue queue = new EventQueue();
  private final Map<Labels, StoredAlert> alerts = new HashMap<>();
  private final List<Silence> silences = new ArrayList<>();
  private final HoldingLog holding = new HoldingLog();
  private final long resolveTimeout;
  private final Inhibitor inhibitor;
  private final Dispatcher dispatcher;
  private final MuteStages muting;
  private final NotificationStages notifying;
  private long handled;

  /// A server that has just started.
  ///
  /// @param start epoch milliseconds
  public AlertmanagerSimulation(
      AlertmanagerConfig config, Behaviour behaviour, Receivers receivers, long start) {
    this.config = config;
    this.resolveTimeout = resolveTimeout(config).toMillis();
    this.inhibitor = new Inhibitor(config.inhibitRules(), behaviour);
    this.muting = new MuteStages(config, inhibitor, silences, holding);
    this.notifying = new NotificationStages(receivers, new TellingLog(start));
    this.dispatcher = new Dispatcher(config.route(), behaviour, queue, this::flush, start);
  }

  private static Duration resolveTimeout(AlertmanagerConfig config) {
    if (config.global() instanceof YamlNode.MappingNode global
        && global.get("resolve_timeout").orElse(null) instanceof YamlNode.ScalarNode written) {
      try {
        return Duration.ofMillis(PrometheusDuration.parseMillis(written.text()));
      } catch (GoFormatException notFilledIn) {
        // A placeholder without a value, which its reader has told of.
        return RESOLVE_TIMEOUT;
      }
    }
    return RESOLVE_TIMEOUT;
  }

  /// Posts alerts in one request.
  ///
  /// @param time epoch milliseconds
  public void post(long time, List<PostedAlert> posted) {
    queue.arrival(time, () -> posted.forEach(alert -> take(alert, time)));
  }

  /// Makes a silence. Like the server it does not let it start in the past.
  ///
  /// @param time epoch milliseconds
  public void silence(long time, Silence silence) {
    long starts = Math.max(time, silence.startsAt());
    queue.arrival(
        time,
        () ->
            silences.add(new Silence(silence.id(), silence.matchers(), starts, silence.endsAt())));
  }

  /// {@return how many alerts were taken in, and looked over as their groups were flushed, each
  ///     time
  ///     counted: what the simulation has cost}
  public long handled() {
    return handled;
  }

  private void take(PostedAlert posted, long time) {
    handled++;
    StoredAlert arrived = StoredAlert.of(posted, time, resolveTimeout);
    if (posted.labels().size() == 0 || arrived.endsAt() < arrived.startsAt()) {
      return;
    }
    StoredAlert merged = arrived.after(alerts.get(posted.labels()));
    alerts.put(posted.labels(), merged);
    inhibitor.add(merged);
    dispatcher.dispatch(merged, time);
  }

  private Dispatcher.Flush.Result flush(MatchedRoute group, List<StoredAlert> members, long time) {
    handled += members.size();
    List<StoredAlert> passed = muting.pass(group, members, time);
    Optional<Receiver> receiver = config.receiver(group.route().receiver());
    if (passed.isEmpty() || receiver.isEmpty()) {
      return new Dispatcher.Flush.Result(true, time);
    }
    return notifying.send(group, receiver.get(), passed, time);
  }

  /// Lets time pass up to a time, but for what happens then: more may be posted still.
  ///
  /// @param time epoch milliseconds
  public void passUntil(long time) {
    queue.runUntil(time - 1);
  }

  /// Lets time pass.
  ///
  /// @param end epoch milliseconds; what happens then happens still
  /// @return everything up to then
  public NotificationLog runUntil(long end) {
    queue.runUntil(end);
    List<Notification> sent =
        notifying.notifications().stream().filter(each -> each.time() <= end).toList();
    return new NotificationLog(sent, holding.all());
  }
}
