package dev.firedrill.lint.check.rule;

import dev.firedrill.lint.RuleSet;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.Rule.RecordingRule;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which rules read which records.
final class RecordGraph {
  private final RuleSet rules;
  private final Map<String, Set<String>> reads = new HashMap<>();

  RecordGraph(RuleSet rules) {
    this.rules = rules;
    for (String metric : rules.recorded()) {
      Set<String> read = new LinkedHashSet<>();
      for (RecordingRule record : rules.recordsOf(metric)) {
        for (InstantSelector selector : selectors(record)) {
          String name = selector.name();
          if (name != null && !name.equals(metric) && !rules.recordsOf(name).isEmpty()) {
            read.add(name);
          }
        }
      }
      reads.put(metric, read);
    }
  }

  /// {@return what a rule reads, in the order of its expression}
  List<InstantSelector> selectors(Rule rule) {
    return rules.flow(rule).map(flow -> ExprWalk.selectors(flow.root())).orElse(List.of());
  }

  /// {@return whether a record reads another, through any number of records}
  boolean reaches(String from, String to) {
    Deque<String> pending = new ArrayDeque<>();
    Set<String> seen = new HashSet<>();
    pending.push(from);
    while (!pending.isEmpty()) {
      for (String next : reads.getOrDefault(pending.pop(), Set.of())) {
        if (next.equals(to)) {
          return true;
        }
        if (seen.add(next)) {
          pending.push(next);
        }
      }
    }
    return false;
  }
}
