package dev.firedrill.cli.routing;

import dev.firedrill.alertmanager.Route;
import dev.firedrill.alertmanager.route.RouteWalk;
import dev.firedrill.labels.Labels;
import dev.firedrill.prometheus.OutgoingLabels;
import java.util.List;

/// Who would be told of an alert.
@FunctionalInterface
public interface AlertRouting {
  /// Nobody is known.
  AlertRouting UNKNOWN = labels -> List.of();

  /// {@return the names of the receivers, each once}
  /// @param labels of the alert, as the rule gives them
  List<String> receivers(Labels labels);

  /// {@return the way through a routing tree}
  /// @param outgoing what the server makes of the labels of alerts
  static AlertRouting of(Route root, OutgoingLabels outgoing) {
    return labels ->
        outgoing
            .of(labels)
            .map(sent -> RouteWalk.of(root, sent).receivers().stream().distinct().toList())
            .orElse(List.of());
  }
}
