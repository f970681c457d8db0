package dev.firedrill.cli.html.report;

import dev.firedrill.alertmanager.Route;
import dev.firedrill.alertmanager.route.RouteWalk;
import dev.firedrill.labels.Labels;
import java.util.List;
import java.util.Map;

/// Who would be told of an alert.
@FunctionalInterface
interface AlertRouting {
  /// Nobody is known.
  AlertRouting UNKNOWN = labels -> List.of();

  /// {@return the names of the receivers, each once}
  /// @param labels of the alert, as the rule gives them
  List<String> receivers(Labels labels);

  /// {@return the way through a routing tree}
  /// @param external labels of the server, which an alert gets that has none of the name
  static AlertRouting of(Route root, Map<String, String> external) {
    return labels ->
        RouteWalk.of(root, Labels.of(external).toBuilder().setAll(labels.toMap()).build())
            .receivers()
            .stream()
            .distinct()
            .toList();
  }
}
