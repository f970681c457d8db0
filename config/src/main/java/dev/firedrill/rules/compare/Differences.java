package dev.firedrill.rules.compare;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.rules.compare.Difference.Aspect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Collects what differs between two versions of a rule.
final class Differences {
  private final List<Difference> found = new ArrayList<>();

  private Differences() {}

  static List<Difference> between(GroupedRule before, GroupedRule after) {
    Differences differences = new Differences();
    differences.add(Aspect.NAME, "", before.name(), after.name());
    differences.add(Aspect.EXPR, "", before.expr(), after.expr());
    if (before.rule() instanceof AlertingRule one && after.rule() instanceof AlertingRule other) {
      differences.add(Aspect.FOR, "", text(one.holdDuration()), text(other.holdDuration()));
      differences.add(
          Aspect.KEEP_FIRING_FOR, "", text(one.keepFiringFor()), text(other.keepFiringFor()));
    }
    differences.add(Aspect.LABEL, before.labels(), after.labels());
    differences.add(Aspect.ANNOTATION, before.annotations(), after.annotations());
    differences.addGroup(before.group(), after.group());
    return List.copyOf(differences.found);
  }

  private void addGroup(RuleGroup before, RuleGroup after) {
    add(Aspect.INTERVAL, "", text(before.interval()), text(after.interval()));
    add(Aspect.QUERY_OFFSET, "", text(before.queryOffset()), text(after.queryOffset()));
    add(Aspect.LIMIT, "", number(before.limit()), number(after.limit()));
  }

  private void add(
      Aspect aspect, SortedMap<String, String> before, SortedMap<String, String> after) {
    SortedSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      add(aspect, name, before.getOrDefault(name, ""), after.getOrDefault(name, ""));
    }
  }

  private void add(Aspect aspect, String name, String before, String after) {
    if (!before.equals(after)) {
      found.add(new Difference(aspect, name, before, after));
    }
  }

  // Nothing and 0s are the same everywhere.
  private static String text(@Nullable Located<Duration> duration) {
    return duration == null || duration.value().isZero()
        ? ""
        : PrometheusDuration.format(duration.value().toMillis());
  }

  private static String number(@Nullable Located<Integer> number) {
    return number == null || number.value() == 0 ? "" : String.valueOf(number.value());
  }
}
