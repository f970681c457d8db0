package dev.firedrill.cli.inventory;

import dev.firedrill.cli.inventory.ListedRule.Dependency;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.lint.AlertLabels;
import dev.firedrill.lint.RuleSet;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.flow.Flow;
import dev.firedrill.promql.flow.LabelFlow;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.rules.LabelText;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleGroup;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Goes through rules and notes what the files tell of each.
public final class RuleInventory {
  private static final String ALERTS = "ALERTS";

  private final RuleSet rules;
  private final Map<Rule, List<String>> receivers;

  private RuleInventory(RuleSet rules, Map<Rule, List<String>> receivers) {
    this.rules = rules;
    this.receivers = receivers;
  }

  /// {@return all rules, in the order of the files}
  ///
  /// @param receivers of the alerts, by identity; empty where they are not known
  public static List<ListedRule> of(List<RuleFile> files, Map<Rule, List<String>> receivers) {
    RuleInventory inventory = new RuleInventory(new RuleSet(files), receivers);
    List<ListedRule> listed = new ArrayList<>();
    for (RuleFile file : files) {
      for (RuleGroup group : file.groups()) {
        for (Rule rule : group.rules()) {
          listed.add(inventory.listed(file, group, rule));
        }
      }
    }
    return listed;
  }

  private ListedRule listed(RuleFile file, RuleGroup group, Rule rule) {
    String severity =
        rule instanceof AlertingRule alert
            ? AlertLabels.label(alert, group, "severity").map(SourceText::text).orElse("")
            : "";
    return new ListedRule(
        file,
        group,
        rule,
        severity,
        labels(group, rule),
        reads(rule),
        receivers.getOrDefault(rule, List.of()));
  }

  private LabelFlow labels(RuleGroup group, Rule rule) {
    LabelFlow labels =
        rules.flow(rule).map(flow -> flow.facts().labels()).orElse(LabelFlow.ANY).withoutName();
    return with(with(labels, group.labels()), rule.labels());
  }

  private static LabelFlow with(LabelFlow flow, List<LabelText> texts) {
    LabelFlow labels = flow;
    for (LabelText text : texts) {
      String name = text.name().value();
      String value = text.value().text();
      if (value.isEmpty()) {
        labels = labels.without(Set.of(name));
      } else {
        labels = value.contains("{{") ? labels.withMaybe(name) : labels.withValue(name, value);
      }
    }
    return labels;
  }

  private List<Dependency> reads(Rule rule) {
    Set<Dependency> reads = new LinkedHashSet<>();
    Flow flow = rules.flow(rule).orElse(null);
    if (flow == null) {
      return List.of();
    }
    for (InstantSelector selector : ExprWalk.selectors(flow.root())) {
      String name = selector.name();
      if (ALERTS.equals(name)) {
        alerts(selector).forEach(alert -> reads.add(new Dependency(true, alert)));
      } else if (name != null && !rules.recordsOf(name).isEmpty()) {
        reads.add(new Dependency(false, name));
      }
    }
    return List.copyOf(reads);
  }

  // The alerts whose names a selector of ALERTS allows, if it says anything of the name.
  private List<String> alerts(InstantSelector selector) {
    List<LabelMatcher> named =
        selector.matchers().stream()
            .filter(matcher -> matcher.name().equals(Labels.ALERT_NAME))
            .toList();
    return named.isEmpty()
        ? List.of()
        : rules.alerts().keySet().stream()
            .filter(name -> named.stream().allMatch(matcher -> matcher.matches(name)))
            .toList();
  }
}
