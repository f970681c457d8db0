package dev.firedrill.cli.finding;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Spelling;
import dev.firedrill.lint.RuleSet;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Rules that read a record that was there and is no more. What is not recorded may come from
/// elsewhere; what has been recorded until now comes from nowhere once its rule is gone.
final class LostRecords {
  private static final String CHECK = "rule/lost-record";

  private LostRecords() {}

  /// {@return a finding for each reader of a record that is gone}
  static List<Diagnostic> between(Judgement then, Judgement now) {
    Set<String> lost = recorded(then.ruleSets());
    Set<String> left = recorded(now.ruleSets());
    lost.removeAll(left);
    List<Diagnostic> found = new ArrayList<>();
    if (!lost.isEmpty()) {
      Set<String> judged = Set.copyOf(now.paths());
      for (RuleSet rules : now.ruleSets()) {
        for (RuleFile file : rules.files()) {
          if (judged.contains(file.source().path())) {
            file.rules().forEach(rule -> readers(rule, rules, lost, left, found));
          }
        }
      }
    }
    return found;
  }

  private static Set<String> recorded(List<RuleSet> ruleSets) {
    Set<String> names = new HashSet<>();
    ruleSets.forEach(rules -> names.addAll(rules.recorded()));
    return names;
  }

  private static void readers(
      Rule rule, RuleSet rules, Set<String> lost, Set<String> left, List<Diagnostic> found) {
    List<InstantSelector> selectors =
        rules.flow(rule).map(flow -> ExprWalk.selectors(flow.root())).orElse(List.of());
    for (InstantSelector selector : selectors) {
      String metric = selector.name();
      if (metric != null && lost.contains(metric)) {
        Location place = rule.expr().source().locate(selector.span());
        String help =
            Spelling.nearest(metric, left)
                .map(near -> "is it `" + near + "` now?")
                .orElse("keep the record, or change what reads it");
        found.add(
            Diagnostic.error(CHECK, "no rule records `" + metric + "` any more", place)
                .withHelp(help));
      }
    }
  }
}
