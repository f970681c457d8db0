package dev.firedrill.cli.inventory;

import dev.firedrill.promql.flow.LabelFlow;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleGroup;
import java.util.List;

/// A rule and what the files tell of it.
///
/// @param severity as written, its group's where it has none of its own; empty where there is none
/// @param labels of its series or alerts, the metric's name left out
/// @param reads the records, and `ALERTS` of alerts, that its expression reads
/// @param receivers whom its alerts may reach, in the order of the routes; empty where nobody asked
public record ListedRule(
    RuleFile file,
    RuleGroup group,
    Rule rule,
    String severity,
    LabelFlow labels,
    List<Dependency> reads,
    List<String> receivers) {
  public ListedRule {
    reads = List.copyOf(reads);
    receivers = List.copyOf(receivers);
  }

  /// Another rule that a rule reads.
  ///
  /// @param alert whether it is an alert, read as `ALERTS`
  public record Dependency(boolean alert, String name) {}

  /// {@return whether this is an alert}
  public boolean isAlert() {
    return rule instanceof AlertingRule;
  }

  /// {@return the name of the alert or record}
  public String name() {
    return rule.name().value();
  }

  /// {@return the line on which the rule starts}
  public int line() {
    return rule.location().start().line();
  }
}
