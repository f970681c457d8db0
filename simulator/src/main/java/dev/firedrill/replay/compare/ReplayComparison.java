package dev.firedrill.replay.compare;

import dev.firedrill.replay.AlertReplay;
import dev.firedrill.replay.ReplayReport;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.compare.Difference;
import dev.firedrill.rules.compare.RuleChange;
import dev.firedrill.rules.compare.RuleComparison;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Two versions of rules on the same recording.
///
/// @param before what the old version did
/// @param after what the new version did, in the same time
/// @param alerts one for each alert that either version has, in the order of the comparison
public record ReplayComparison(
    ReplayReport before, ReplayReport after, List<BehaviourChange> alerts) {
  public ReplayComparison {
    alerts = List.copyOf(alerts);
  }

  /// {@return what differs}
  ///
  /// @param rules which rule of one version is which of the other; alerts that a replay left out
  ///     are left out
  public static ReplayComparison of(RuleComparison rules, ReplayReport before, ReplayReport after) {
    IdentityHashMap<Rule, AlertReplay> old = byRule(before);
    IdentityHashMap<Rule, AlertReplay> now = byRule(after);
    List<BehaviourChange> alerts = new ArrayList<>();
    for (RuleChange change : rules.changes()) {
      AlertReplay one =
          switch (change) {
            case RuleChange.Added _ -> null;
            case RuleChange.Removed removed -> old.get(removed.rule().rule());
            case RuleChange.Kept kept -> old.get(kept.before().rule());
          };
      @Nullable AlertReplay other =
          change instanceof RuleChange.Removed ? null : now.get(change.latest().rule());
      if (one != null || other != null) {
        alerts.add(
            BehaviourChange.between(
                one,
                other,
                names(change, Difference.Aspect.LABEL),
                differences(change, Difference.Aspect.ANNOTATION)));
      }
    }
    return new ReplayComparison(before, after, alerts);
  }

  /// {@return the replay whose rules tell what the data have and lack: that of the new version,
  ///     where
  ///     it has any}
  public ReplayReport ground() {
    return after.data().selectors().isEmpty() ? before : after;
  }

  private static IdentityHashMap<Rule, AlertReplay> byRule(ReplayReport report) {
    IdentityHashMap<Rule, AlertReplay> byRule = new IdentityHashMap<>();
    report.alerts().forEach(alert -> byRule.put(alert.rule(), alert));
    return byRule;
  }

  private static Set<String> names(RuleChange change, Difference.Aspect aspect) {
    Set<String> names = new TreeSet<>();
    differences(change, aspect).forEach(each -> names.add(each.name()));
    return names;
  }

  private static List<Difference> differences(RuleChange change, Difference.Aspect aspect) {
    return change instanceof RuleChange.Kept kept
        ? kept.differences().stream().filter(each -> each.aspect() == aspect).toList()
        : List.of();
  }

  /// {@return the alerts that fire at other times, or with other labels}
  public List<BehaviourChange> different() {
    return alerts.stream().filter(BehaviourChange::differs).toList();
  }
}
