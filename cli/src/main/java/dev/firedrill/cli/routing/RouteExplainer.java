package dev.firedrill.cli.routing;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.InhibitionIndex;
import dev.firedrill.alertmanager.RouteMute;
import dev.firedrill.alertmanager.message.Message;
import dev.firedrill.alertmanager.message.MessageRenderer;
import dev.firedrill.alertmanager.message.OneAlert;
import dev.firedrill.alertmanager.route.MatchedRoute;
import dev.firedrill.alertmanager.route.RouteTable;
import dev.firedrill.alertmanager.silence.Silence;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.Rfc3339;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Explains where alerts go in one Alertmanager at one time.
public final class RouteExplainer {
  private final AlertmanagerConfig config;
  private final RouteTable table;
  private final InhibitionIndex inhibitions;
  private final List<Silence> silences;
  private final Optional<Instant> at;
  private final long now;
  private final @Nullable MessageRenderer renderer;

  /// An explainer.
  ///
  /// @param active labels of the alerts that are not resolved, the one that ends last at the end
  /// @param at when it is, for time intervals; empty where nothing is said of it
  /// @param now the time otherwise, in ms since the epoch
  /// @param renderer renders what would be sent; null where that is not asked for
  public RouteExplainer(
      AlertmanagerConfig config,
      List<Labels> active,
      List<Silence> silences,
      Optional<Instant> at,
      long now,
      @Nullable MessageRenderer renderer) {
    this.config = config;
    this.table = new RouteTable(config.route());
    this.inhibitions = new InhibitionIndex(config.inhibitRules(), active);
    this.silences = List.copyOf(silences);
    this.at = at;
    this.now = at.map(Instant::toEpochMilli).orElse(now);
    this.renderer = renderer;
  }

  /// {@return where an alert goes}
  public Explanation explain(GivenAlert alert) {
    List<MatchedRoute> matched = table.match(alert.labels());
    return new Explanation(
        alert,
        matched,
        at.map(time -> mutes(matched, time)).orElse(List.of()),
        inhibitions.of(alert.labels()),
        silences.stream().filter(silence -> silence.covers(alert.labels(), now)).toList(),
        messages(alert, matched));
  }

  private List<RouteMute> mutes(List<MatchedRoute> matched, Instant time) {
    return matched.stream().map(match -> RouteMute.of(match.route(), config, time)).toList();
  }

  private List<List<Message>> messages(GivenAlert alert, List<MatchedRoute> matched) {
    MessageRenderer messages = renderer;
    if (messages == null) {
      return List.of();
    }
    Instant start = Rfc3339.parse(alert.startsAt()).orElse(Instant.ofEpochMilli(now));
    OneAlert notified =
        new OneAlert(alert.labels(), alert.annotations(), start, alert.generatorUrl());
    List<List<Message>> all = new ArrayList<>();
    for (MatchedRoute match : matched) {
      all.add(
          config
              .receiver(match.route().receiver())
              .map(to -> messages.render(to, notified.at(match), match.groupKey()))
              .orElse(List.of()));
    }
    return all;
  }
}
