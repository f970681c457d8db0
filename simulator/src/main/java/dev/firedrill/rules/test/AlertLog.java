package dev.firedrill.rules.test;

import dev.firedrill.alert.AlertState;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.labels.Labels;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.rules.run.ActiveAlert;
import dev.firedrill.rules.run.AlertingEvaluator;
import dev.firedrill.rules.run.GroupRunner;
import dev.firedrill.rules.run.RuleEvaluator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the alerts of some names were at every evaluation of a test.
final class AlertLog {
  private final Set<String> names;
  private final IdentityHashMap<Rule, RuleLog> byRule = new IdentityHashMap<>();
  private final List<RuleLog> rules = new ArrayList<>();
  private int steps;

  /// A log of the alerts of the given names.
  AlertLog(Set<String> names) {
    this.names = Set.copyOf(names);
  }

  /// The alerts of one rule.
  ///
  /// @param setLabels the names of the labels that the group or the rule sets
  /// @param offset milliseconds that the rule looks back
  record RuleLog(
      Rule.AlertingRule rule, Set<String> setLabels, long offset, Map<Labels, History> instances) {
    private static RuleLog of(Rule.AlertingRule rule, RuleGroup group) {
      Set<String> labels = new HashSet<>();
      labels.add(Labels.ALERT_NAME);
      group.labels().forEach(label -> labels.add(label.name().value()));
      rule.labels().forEach(label -> labels.add(label.name().value()));
      Located<Duration> offset = group.queryOffset();
      long millis = offset == null ? 0 : offset.value().toMillis();
      return new RuleLog(rule, labels, millis, new LinkedHashMap<>());
    }
  }

  /// One instance of an alert over time.
  ///
  /// @param states one a step up to the last at which it was active; null where it was not
  record History(Labels labels, List<@Nullable ActiveAlert> states) {
    /// {@return what it was at a step; null where it was neither pending nor firing}
    @Nullable ActiveAlert at(int step) {
      return step >= 0 && step < states.size() ? states.get(step) : null;
    }

    /// {@return whether it was firing at a step}
    boolean firing(int step) {
      ActiveAlert alert = at(step);
      return alert != null && alert.isFiring();
    }

    /// {@return whether it was pending at a step}
    boolean pending(int step) {
      ActiveAlert alert = at(step);
      return alert != null && !alert.isFiring();
    }
  }

  /// Takes what all rules are after an evaluation, the next after that of the call before.
  void record(List<GroupRunner> runners) {
    for (GroupRunner runner : runners) {
      for (RuleEvaluator evaluator : runner.evaluators()) {
        if (evaluator instanceof AlertingEvaluator alerting
            && names.contains(alerting.rule().name().value())) {
          record(log(alerting.rule(), runner.group()), alerting.alerts());
        }
      }
    }
    steps++;
  }

  private RuleLog log(Rule.AlertingRule rule, RuleGroup group) {
    RuleLog known = byRule.get(rule);
    if (known == null) {
      known = RuleLog.of(rule, group);
      byRule.put(rule, known);
      rules.add(known);
    }
    return known;
  }

  private void record(RuleLog log, Collection<ActiveAlert> alerts) {
    for (ActiveAlert alert : alerts) {
      if (!(alert.state() instanceof AlertState.Resolved)) {
        List<@Nullable ActiveAlert> states =
            log.instances()
                .computeIfAbsent(alert.labels(), labels -> new History(labels, new ArrayList<>()))
                .states();
        while (states.size() < steps) {
          states.add(null);
        }
        states.add(alert);
      }
    }
  }

  /// {@return how many evaluations were logged}
  int steps() {
    return steps;
  }

  /// {@return the rules of a name}
  List<RuleLog> rules(String name) {
    return rules.stream().filter(each -> each.rule().name().value().equals(name)).toList();
  }

  /// {@return the instances of the alerts of a name that were ever pending or firing}
  List<History> instances(String name) {
    List<History> instances = new ArrayList<>();
    rules(name).forEach(each -> instances.addAll(each.instances().values()));
    return instances;
  }
}
