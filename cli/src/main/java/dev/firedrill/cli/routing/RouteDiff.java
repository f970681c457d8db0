package dev.firedrill.cli.routing;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.alertmanager.route.PossibleWalk;
import dev.firedrill.alertmanager.route.RouteTable;
import dev.firedrill.cli.routing.LabelCases.Candidate;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.labels.Labels;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
  /// @param external the server's external labels
  public static RouteDiff of(
      AlertmanagerConfig before, AlertmanagerConfig after, List<RuleFile> rules, Labels external) {
    List<RouteChange> changes = new ArrayList<>();
    List<RuleRouting> routings = new RuleRouter(after, external).route(rules, Labels.EMPTY);
    RouteTable old = new RouteTable(before.route());
    RouteTable now = new RouteTable(after.route());
    List<Route> roots = List.of(before.route(), after.route());
    for (RuleRouting routing : routings) {
      LabelCases cases = LabelCases.of(routing.labels(), roots);
      if (cases.tooMany()) {
        PossibleWalk then = PossibleWalk.of(before.route(), routing.labels());
        possible(routing, then).ifPresent(changes::add);
        continue;
      }
      Map<Treatment, List<Map<String, Candidate>>> byTreatment = new LinkedHashMap<>();
      for (Map<String, Candidate> chosen : cases.all()) {
        Labels labels = cases.labels(chosen);
        Treatment treatment = new Treatment(outcomes(old, labels), outcomes(now, labels));
        if (!treatment.before.equals(treatment.after)) {
          byTreatment.computeIfAbsent(treatment, each -> new ArrayList<>()).add(chosen);
        }
      }
      byTreatment.forEach(
          (treatment, examples) -> add(routing.rule(), cases, treatment, examples, changes));
    }
    return new RouteDiff(routings.size(), changes);
  }

  /// Where too many labels matter, the conditions themselves are compared: what is only written in
  /// other words counts as a change then.
  private static Optional<RouteChange> possible(RuleRouting routing, PossibleWalk before) {
    if (described(before).equals(described(routing.walk()))) {
      return Optional.empty();
    }
    return Optional.of(
        new RouteChange(
            routing.rule(),
            routing.labels().values(),
            List.of("labels that are not known decide"),
            possible(before),
            possible(routing.walk())));
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

  private static List<RouteOutcome> outcomes(RouteTable table, Labels labels) {
    return table.match(labels).stream().map(match -> RouteOutcome.of(match.route())).toList();
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
