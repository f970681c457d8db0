package dev.firedrill.rules.test.mutation;

import dev.firedrill.diagnostic.Location;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;
import java.util.ArrayList;
import java.util.List;

/// A rule with one small change.
///
/// @param group of the rule
/// @param original the rule as it is
/// @param mutated the rule as it would be
/// @param change what was done, as in `drop matcher`
/// @param location what was changed, in the rule file
/// @param before the changed part as it is
/// @param after as it would be; empty where it is taken away
public record Mutant(
    RuleGroup group,
    Rule original,
    Rule mutated,
    String change,
    Location location,
    String before,
    String after) {
  /// {@return the groups with the mutated rule in place of the original}
  public List<RuleGroup> in(List<RuleGroup> groups) {
    return groups.stream().map(this::in).toList();
  }

  private RuleGroup in(RuleGroup each) {
    List<Rule> rules = new ArrayList<>(each.rules());
    boolean found = false;
    for (int i = 0; i < rules.size(); i++) {
      if (isOriginal(rules.get(i))) {
        rules.set(i, mutated);
        found = true;
      }
    }
    return found
        ? new RuleGroup(
            each.name(),
            each.interval(),
            each.queryOffset(),
            each.limit(),
            each.labels(),
            rules,
            each.location())
        : each;
  }

  private boolean isOriginal(Rule rule) {
    Location place = rule.location();
    return place.span().equals(original.location().span())
        && place.file().path().equals(original.location().file().path());
  }
}
