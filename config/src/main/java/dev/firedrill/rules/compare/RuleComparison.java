package dev.firedrill.rules.compare;

import dev.firedrill.rules.RuleFile;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What became of the rules of one version in another.
///
/// A rule is recognised by kind and name; of several so called, by what else they have in common:
/// file and group, labels, expression. A rule is taken for one that was called otherwise where the
/// expression is the same, and the labels are, too, or no other rule has that expression.
///
/// @param changes in the order of the new version, rules that are gone last
public record RuleComparison(List<RuleChange> changes) {
  public RuleComparison {
    changes = List.copyOf(changes);
  }

  /// {@return what became of rules}
  public static RuleComparison of(List<RuleFile> before, List<RuleFile> after) {
    Pairing pairing = new Pairing(GroupedRule.of(before), GroupedRule.of(after));
    pairing.pairAll();
    return new RuleComparison(pairing.changes());
  }

  /// {@return the rules that are not as they were}
  public List<RuleChange> different() {
    return changes.stream().filter(change -> !change.same()).toList();
  }

  /// {@return how many rules say what they said}
  public int same() {
    return (int) changes.stream().filter(RuleChange::same).count();
  }

  /// Pairs rules by what they have in common, the surest pairs first.
  private static final class Pairing {
    private final List<GroupedRule> before;
    private final List<GroupedRule> after;
    private final List<GroupedRule> gone;
    private final List<GroupedRule> fresh;
    private final IdentityHashMap<GroupedRule, GroupedRule> former = new IdentityHashMap<>();
    private final IdentityHashMap<GroupedRule, List<Object>> traits = new IdentityHashMap<>();

    Pairing(List<GroupedRule> before, List<GroupedRule> after) {
      this.before = before;
      this.after = after;
      this.gone = new ArrayList<>(before);
      this.fresh = new ArrayList<>(after);
      before.forEach(rule -> traits.put(rule, traits(rule)));
      after.forEach(rule -> traits.put(rule, traits(rule)));
    }

    // Kind, name, labels, expression, place.
    private static List<Object> traits(GroupedRule rule) {
      return List.of(rule.alerting(), rule.name(), rule.labels(), rule.expr(), place(rule));
    }

    private static String place(GroupedRule rule) {
      String path = rule.rule().location().file().path();
      return path.substring(path.lastIndexOf('/') + 1) + "\n" + rule.group().name().value();
    }

    void pairAll() {
      int[][] ways = {
        {0, 1, 2, 3, 4},
        {0, 1, 2, 4},
        {0, 1, 3, 4},
        {0, 1, 2, 3},
        {0, 1, 2},
        {0, 1, 3},
        {0, 1, 4},
        {0, 1},
        {0, 2, 3}
      };
      for (int[] way : ways) {
        pair(rule -> common(rule, way), false);
      }
      pair(rule -> common(rule, 0, 3), true);
    }

    private List<Object> common(GroupedRule rule, int... which) {
      List<Object> all = traits.getOrDefault(rule, List.of());
      List<Object> some = new ArrayList<>();
      for (int each : which) {
        some.add(all.get(each));
      }
      return some;
    }

    private void pair(Function<GroupedRule, Object> key, boolean uniquely) {
      if (gone.isEmpty() || fresh.isEmpty()) {
        return;
      }
      Map<Object, List<GroupedRule>> old = grouped(gone, key);
      grouped(fresh, key)
          .forEach(
              (trait, rules) -> {
                List<GroupedRule> candidates = old.getOrDefault(trait, List.of());
                int pairs = Math.min(rules.size(), candidates.size());
                boolean unique = rules.size() == 1 && candidates.size() == 1;
                for (int i = 0; i < pairs && (unique || !uniquely); i++) {
                  former.put(rules.get(i), candidates.get(i));
                }
              });
      fresh.removeIf(former::containsKey);
      IdentityHashMap<GroupedRule, Boolean> paired = new IdentityHashMap<>();
      former.values().forEach(rule -> paired.put(rule, true));
      gone.removeIf(paired::containsKey);
    }

    private static Map<Object, List<GroupedRule>> grouped(
        List<GroupedRule> rules, Function<GroupedRule, Object> key) {
      Map<Object, List<GroupedRule>> groups = new LinkedHashMap<>();
      rules.forEach(
          rule -> groups.computeIfAbsent(key.apply(rule), each -> new ArrayList<>()).add(rule));
      return groups;
    }

    List<RuleChange> changes() {
      List<RuleChange> changes = new ArrayList<>(before.size());
      for (GroupedRule rule : after) {
        GroupedRule old = former.get(rule);
        changes.add(
            old == null
                ? new RuleChange.Added(rule)
                : new RuleChange.Kept(old, rule, Differences.between(old, rule)));
      }
      gone.forEach(rule -> changes.add(new RuleChange.Removed(rule)));
      return changes;
    }
  }
}
