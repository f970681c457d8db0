package dev.firedrill.lint.routing;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.alertmanager.route.KnownLabels;
import dev.firedrill.alertmanager.route.PossibleSending;
import dev.firedrill.alertmanager.route.PossibleWalk;
import dev.firedrill.lint.Deployment;
import dev.firedrill.lint.RuleSet;
import dev.firedrill.prometheus.OutgoingLabels;
import dev.firedrill.prometheus.PrometheusConfig;
import dev.firedrill.rules.Rule.AlertingRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Alertmanager's configuration, and the alerts that come to it.
///
/// @param config the configuration
/// @param deployment where its files lie
/// @param alerts those of the rules; none where no rules are given
public record Routing(AlertmanagerConfig config, Deployment deployment, List<RoutedAlert> alerts) {
  public Routing {
    alerts = List.copyOf(alerts);
  }

  /// {@return a configuration and the alerts of rules}
  public static Routing of(AlertmanagerConfig config, RuleSet rules) {
    PrometheusConfig server = rules.deployment().prometheus();
    Map<String, String> external = rules.server().externalLabels();
    OutgoingLabels outgoing =
        server == null ? OutgoingLabels.of(external) : server.outgoing(external);
    List<RoutedAlert> alerts = new ArrayList<>();
    for (List<AlertingRule> named : rules.alerts().values()) {
      for (AlertingRule rule : named) {
        PossibleSending sending = rules.sending(rule, outgoing);
        KnownLabels labels = sending.labels();
        if (sending.sent() && !labels.impossible()) {
          PossibleWalk walk = PossibleWalk.of(config.route(), labels);
          alerts.add(new RoutedAlert(rule, rules.groupOf(rule), labels, walk));
        }
      }
    }
    return new Routing(config, rules.deployment(), alerts);
  }

  /// {@return whether there are rules, so that it can be told what comes}
  public boolean rulesGiven() {
    return !alerts.isEmpty();
  }

  /// {@return all routes, parents before children, in the order of the file}
  public List<Route> routes() {
    return config.route().all();
  }

  /// {@return the alerts that enter a route, or may}
  public Stream<RoutedAlert> entering(Route route) {
    return alerts.stream().filter(alert -> alert.walk().entered().contains(route.id()));
  }

  /// {@return the alerts that a route sends to its receiver, or may}
  public Stream<RoutedAlert> told(Route route) {
    return alerts.stream()
        .filter(
            alert ->
                alert.walk().matched().stream()
                    .anyMatch(match -> match.route().id().equals(route.id())));
  }
}
