package dev.firedrill.alertmanager;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Spelling;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.yaml.YamlFields;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What Alertmanager checks once the whole file is read, in its order: names that must be unique,
/// names that must exist, and what the root of the tree may not have.
final class ReferenceChecks {
  private static final String ROUTE = "route/invalid";
  private static final String UNDEFINED = "route/undefined-receiver";

  private final ReadingContext context;

  ReferenceChecks(ReadingContext context) {
    this.context = context;
  }

  /// Checks names and integrations, receiver by receiver.
  ///
  /// @param global what integrations may leave out
  void integrations(List<Receiver> receivers, YamlNode global) {
    Map<String, Location> seen = new HashMap<>();
    IntegrationChecks integrations = new IntegrationChecks(global, context);
    for (Receiver receiver : receivers) {
      unique(List.of(receiver.name()), seen, "receiver/duplicate-name", "notification config name");
      integrations.check(receiver);
    }
  }

  /// Checks what the root may not have, apart from `continue`, which Alertmanager looks at last.
  void root(Route root, YamlFields written) {
    boolean readable =
        written.node("receiver").filter(node -> !(node instanceof ScalarNode)).isEmpty();
    if (root.receiver().isEmpty() && readable) {
      reject(ROUTE, "root route must specify a default receiver", written.location());
    }
    if (!root.matchers().isEmpty()) {
      Location place = root.matchers().getFirst().location();
      reject(ROUTE, "root route must not have any matchers", place);
    }
    if (!root.muteTimeIntervals().isEmpty()) {
      Location place = root.muteTimeIntervals().getFirst().location();
      reject(ROUTE, "root route must not have any mute time intervals", place);
    }
    if (!root.activeTimeIntervals().isEmpty()) {
      Location place = root.activeTimeIntervals().getFirst().location();
      reject(ROUTE, "root route must not have any active time intervals", place);
    }
  }

  void rootContinue(Route root, YamlFields written) {
    if (root.continues()) {
      Location place = written.key("continue").map(key -> key.written()).orElse(written.location());
      reject(ROUTE, "cannot have continue in root route", place);
    }
  }

  void receivers(Route root, List<Receiver> receivers) {
    Set<String> names =
        Set.copyOf(receivers.stream().map(receiver -> receiver.name().value()).toList());
    for (Route route : childrenFirst(root)) {
      RouteSetting<String> receiver = route.settings().receiver();
      Location place = receiver.location();
      if (place != null
          && receiver.origin() == RouteSetting.Origin.WRITTEN
          && !names.contains(receiver.value())) {
        undefined("receiver", new Located<>(receiver.value(), place), names);
      }
    }
  }

  void intervals(Route root, List<TimeInterval> intervals) {
    Map<String, Location> seen = new HashMap<>();
    for (boolean deprecated : List.of(true, false)) {
      unique(
          intervals.stream()
              .filter(interval -> interval.deprecated() == deprecated)
              .map(TimeInterval::name)
              .toList(),
          seen,
          "interval/duplicate-name",
          deprecated ? "mute time interval" : "time interval");
    }
    for (Route route : childrenFirst(root)) {
      List<Located<String>> used = new ArrayList<>(route.activeTimeIntervals());
      used.addAll(route.muteTimeIntervals());
      for (Located<String> name : used) {
        if (!seen.containsKey(name.value())) {
          undefined("time interval", name, seen.keySet());
        }
      }
    }
  }

  private void unique(
      List<Located<String>> names, Map<String, Location> seen, String check, String what) {
    for (Located<String> name : names) {
      Location first = seen.putIfAbsent(name.value(), name.location());
      // A missing name has been reported as such.
      if (first != null && !name.value().isEmpty()) {
        String message = what + " " + GoQuote.quote(name.value()) + " is not unique";
        context
            .checks()
            .value(
                Diagnostic.error(check, message, name.location()).withNote("first here", first),
                message);
      }
    }
  }

  private void undefined(String what, Located<String> name, Collection<String> known) {
    if (context.isOpen(name.value())) {
      return;
    }
    String message = "undefined " + what + " " + GoQuote.quote(name.value()) + " used in route";
    String help =
        Spelling.nearest(name.value(), known.stream().filter(other -> !other.isEmpty()).toList())
            .map(nearest -> "did you mean '" + nearest + "'?")
            .orElse("no " + what + " of this file has that name");
    context
        .checks()
        .value(Diagnostic.error(UNDEFINED, message, name.location()).withHelp(help), message);
  }

  private void reject(String check, String message, Location place) {
    context.checks().value(check, message, place);
  }

  private static List<Route> childrenFirst(Route route) {
    List<Route> routes = new ArrayList<>();
    collect(route, routes);
    return routes;
  }

  private static void collect(Route route, List<Route> into) {
    route.routes().forEach(child -> collect(child, into));
    into.add(route);
  }
}
