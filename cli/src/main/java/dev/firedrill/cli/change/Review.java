package dev.firedrill.cli.change;

import dev.firedrill.cli.finding.Judgement;
import dev.firedrill.cli.routing.RouteChange;
import dev.firedrill.replay.compare.BehaviourChange;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.compare.GroupedRule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What there is to say of a change before it is merged.
///
/// @param before what the old version is called
/// @param after what the new version is called
/// @param findings those that the change brings
/// @param stacks what it comes to in each stack
/// @param tests how those of the new version went
/// @param untested rules that are new or changed and that no test asserts on
public record Review(
    String before,
    String after,
    Judgement findings,
    List<StackReview> stacks,
    ReviewTests tests,
    List<GroupedRule> untested) {
  public Review {
    stacks = List.copyOf(stacks);
    untested = List.copyOf(untested);
  }

  /// What a change comes to in one stack.
  ///
  /// @param difference null where a version has no valid rules to compare
  /// @param remarks why that is so
  public record StackReview(
      String name, @Nullable RulesDifference difference, List<String> remarks) {
    public StackReview {
      remarks = List.copyOf(remarks);
    }
  }

  /// {@return what could be compared}
  public List<RulesDifference> differences() {
    List<RulesDifference> all = new ArrayList<>();
    for (StackReview stack : stacks) {
      RulesDifference difference = stack.difference();
      if (difference != null) {
        all.add(difference);
      }
    }
    return all;
  }

  /// {@return the alerts that fire otherwise on recorded series}
  public List<BehaviourChange> behaviour() {
    return differences().stream().flatMap(each -> each.behaviour().stream()).toList();
  }

  /// {@return the alerts whose receivers are others}
  public List<RouteChange> receivers() {
    return differences().stream().flatMap(each -> each.receivers().stream()).toList();
  }

  /// {@return how many alerts keep their receivers, which tell of them in other groups or at other
  ///     times}
  public long regrouped() {
    List<AlertingRule> elsewhere = receivers().stream().map(RouteChange::rule).toList();
    return differences().stream()
        .flatMap(each -> each.routing().stream())
        .map(RouteChange::rule)
        .filter(rule -> !elsewhere.contains(rule))
        .distinct()
        .count();
  }

  /// {@return how many rules are new, gone or written otherwise}
  public int changedRules() {
    int count = 0;
    for (RulesDifference difference : differences()) {
      count += difference.rules().different().size();
    }
    return count;
  }

  /// {@return whether rules were replayed on recorded series}
  public boolean replayed() {
    return differences().stream().anyMatch(each -> each.replay() != null);
  }
}
