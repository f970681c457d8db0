package dev.firedrill.cli.routing;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.alertmanager.route.KnownLabels;
import dev.firedrill.alertmanager.route.PossibleWalk;
import dev.firedrill.alertmanager.route.RouteTable;
import dev.firedrill.cli.routing.LabelCases.Candidate;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.labels.Labels;
import dev.firedrill.prometheus.OutgoingLabels;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which alerts of rules two versions of a configuration treat differently: other receivers, other
/// groups, other times.
///
/// @param alerts how many alerts were compared
/// @param changes in the order of the rules
public record RouteDiff(int alerts, List<RouteChange> changes) {
  public RouteDiff {
    changes = List.copyOf(changes);
  }

  /// {@return the difference}
  ///
  /// @param outgoing what the server makes of the labels of alerts
  public static RouteDiff of(
      AlertmanagerConfig before,
      AlertmanagerConfig after,
      List<RuleFile> rules,
      OutgoingLabels outgoing) {
    List<RoutedAlert> alerts = new ArrayList<>();
    for (RuleRouting routing : new RuleRouter(after, outgoing).route(rules, Labels.EMPTY)) {
      if (routing.sent()) {
        alerts.add(new RoutedAlert(routing.rule(), routing.labels(), routing.labels()));
      }
    }
    return of(before, after, alerts);
  }

  /// {@return the difference for alerts whose labels may be others, too}
  public static RouteDiff of(
      AlertmanagerConfig before, AlertmanagerConfig after, List<RoutedAlert> alerts) {
    List<RouteChange> changes = new ArrayList<>();
    RouteTable old = new RouteTable(before.route());
    RouteTable now = new RouteTable(after.route());
    List<Route> roots = List.of(before.route(), after.route());
    for (RoutedAlert alert : alerts) {
      LabelCases cases = LabelCases.of(alert.latest(), alert.earliest(), roots);
      if (cases.tooMany()) {
        possible(alert, before.route(), after.route()).ifPresent(changes::add);
        continue;
      }
      Map<Treatment, List<Map<String, Candidate>>> byTreatment = new LinkedHashMap<>();
      for (Map<String, Candidate> chosen : cases.all()) {
        Treatment treatment =
            new Treatment(
                outcomes(old, cases, alert.before(), chosen),
                outcomes(now, cases, alert.after(), chosen));
        if (!treatment.before.equals(treatment.after)) {
          byTreatment.computeIfAbsent(treatment, each -> new ArrayList<>()).add(chosen);
        }
      }
      byTreatment.forEach(
          (treatment, examples) -> add(alert.rule(), cases, treatment, examples, changes));
    }
    return new RouteDiff(alerts.size(), changes);
  }

  /// Where too many labels matter, the conditions themselves are compared: what is only written in
  /// other words counts as a change then.
  private static Optional<RouteChange> possible(RoutedAlert alert, Route old, Route now) {
    KnownLabels then = alert.before();
    KnownLabels known = alert.after();
    Optional<PossibleWalk> before =
        Optional.ofNullable(then).map(labels -> PossibleWalk.of(old, labels));
    Optional<PossibleWalk> after =
        Optional.ofNullable(known).map(labels -> PossibleWalk.of(now, labels));
    if (before.map(RouteDiff::described).equals(after.map(RouteDiff::described))) {
      return Optional.empty();
    }
    return Optional.of(
        new RouteChange(
            alert.rule(),
            alert.latest().values(),
            List.of("labels that are not known decide"),
            before.map(RouteDiff::possible).orElse(List.of()),
            after.map(RouteDiff::possible).orElse(List.of())));
  }

  private static List<RouteOutcome> possible(PossibleWalk walk) {
    return walk.matched().stream().map(match -> RouteOutcome.of(match.route())).distinct().toList();
  }

  private static List<String> described(PossibleWalk walk) {
    return walk.matched().stream()
        .map(match -> RouteOutcome.of(match.route()) + " if " + match.conditions())
        .toList();
  }

  private record Treatment(List<RouteOutcome> before, List<RouteOutcome> after) {}

  // Nobody is told of an alert that there is not.
  private static List<RouteOutcome> outcomes(
      RouteTable table,
      LabelCases cases,
      @Nullable KnownLabels labels,
      Map<String, Candidate> chosen) {
    return labels == null
        ? List.of()
        : table.match(cases.labels(labels, chosen)).stream()
            .map(match -> RouteOutcome.of(match.route()))
            .toList();
  }

  /// Adds a change for each set of examples that is one condition on each label.
  private static void add(
      AlertingRule rule,
      LabelCases cases,
      Treatment treatment,
      List<Map<String, Candidate>> examples,
      List<RouteChange> changes) {
    Map<String, Set<Candidate>> values = new LinkedHashMap<>();
    for (Map<String, Candidate> example : examples) {
      example.forEach(
          (name, value) -> values.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(value));
    }
    long product = 1;
    String first = "";
    for (Map.Entry<String, Set<Candidate>> label : values.entrySet()) {
      product *= label.getValue().size();
      first = first.isEmpty() && label.getValue().size() > 1 ? label.getKey() : first;
    }
    if (product > examples.size()) {
      for (Candidate value : values.getOrDefault(first, Set.of())) {
        String label = first;
        add(
            rule,
            cases,
            treatment,
            examples.stream().filter(each -> value.equals(each.get(label))).toList(),
            changes);
      }
      return;
    }
    List<String> conditions = new ArrayList<>();
    values.forEach(
        (name, some) -> {
          List<Candidate> all = cases.open().getOrDefault(name, List.of());
          if (some.size() < all.size()) {
            conditions.add(condition(name, some, all));
          }
        });
    changes.add(
        new RouteChange(rule, cases.known(), conditions, treatment.before, treatment.after));
  }

  private static String condition(String name, Set<Candidate> some, List<Candidate> all) {
    boolean most = some.stream().anyMatch(Candidate::other);
    List<Candidate> named =
        most ? all.stream().filter(c -> !some.contains(c)).toList() : List.copyOf(some);
    boolean plain = named.stream().allMatch(c -> c.text().equals(equal(name, c.value())));
    if (plain && named.size() == 1) {
      Operator operator = most ? Operator.NOT_EQUAL : Operator.EQUAL;
      return Matcher.of(name, operator, named.getFirst().value()).toString();
    }
    String texts = String.join(" or ", named.stream().map(Candidate::text).toList());
    return most ? "not (" + texts + ")" : texts;
  }

  private static String equal(String name, String value) {
    return Matcher.of(name, Operator.EQUAL, value).toString();
  }
}
