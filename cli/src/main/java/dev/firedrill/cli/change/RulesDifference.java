package dev.firedrill.cli.change;

import dev.firedrill.cli.routing.RouteChange;
import dev.firedrill.cli.routing.RouteDiff;
import dev.firedrill.replay.compare.BehaviourChange;
import dev.firedrill.replay.compare.ReplayComparison;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.compare.RuleComparison;
import dev.firedrill.rules.run.RuleFailure;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a change of rules comes to.
///
/// @param before what the old version is called
/// @param after what the new version is called
/// @param rules those that are of interest, as they are written
/// @param replay what they do on recorded series; null without any
/// @param pages whom they would have told of that how often; null without an Alertmanager or
///     recorded series
/// @param routes whom they would reach otherwise; null without an Alertmanager
/// @param sent what is sent to people and reads otherwise; none without an Alertmanager or recorded
///     series
/// @param told the alerts of which only one of the versions tells anybody
/// @param remarks sentences about what could not be compared
public record RulesDifference(
    String before,
    String after,
    RuleComparison rules,
    @Nullable ReplayComparison replay,
    @Nullable PageCounts pages,
    @Nullable RouteDiff routes,
    List<ChangedMessage> sent,
    List<ToldAlert> told,
    List<String> remarks) {
  public RulesDifference {
    sent = List.copyOf(sent);
    told = List.copyOf(told);
    remarks = List.copyOf(remarks);
  }

  /// {@return the alerts that fire at other times on the recorded series, or with other labels;
  ///     none
  ///     without any}
  public List<BehaviourChange> behaviour() {
    ReplayComparison replayed = replay();
    return replayed == null ? List.of() : replayed.different();
  }

  /// {@return the annotations of instances that fire in both versions and read otherwise, by the
  ///     rule as it is now}
  public IdentityHashMap<Rule, List<BehaviourChange.Rewritten>> messages() {
    IdentityHashMap<Rule, List<BehaviourChange.Rewritten>> messages = new IdentityHashMap<>();
    ReplayComparison replayed = replay();
    if (replayed != null) {
      replayed.alerts().forEach(each -> messages.put(each.latest().rule(), each.rewritten()));
    }
    return messages;
  }

  /// {@return whether an alert fired on the recorded series, by either version}
  /// @param latest the rule as it is now, or was
  public boolean fired(Rule latest) {
    ReplayComparison replayed = replay();
    for (BehaviourChange each : replayed == null ? List.<BehaviourChange>of() : replayed.alerts()) {
      if (each.latest().rule().equals(latest)) {
        return each.fired();
      }
    }
    return false;
  }

  /// {@return how many alerts fire at other times}
  public int firingOtherwise() {
    return (int) behaviour().stream().filter(BehaviourChange::firesOtherwise).count();
  }

  /// {@return how many alerts fire with other labels, or by another name}
  public int relabelled() {
    return (int) behaviour().stream().filter(each -> !each.relabelled().isEmpty()).count();
  }

  /// A reason for which evaluations of a rule failed, and so told nothing.
  ///
  /// @param before how many did by the old version
  /// @param after how many do by the new version
  public record Failing(String rule, String message, int before, int after) {}

  /// {@return why evaluations failed on the recorded series, by either version}
  public List<Failing> failing() {
    ReplayComparison replayed = replay();
    Map<List<String>, int[]> counts = new LinkedHashMap<>();
    if (replayed != null) {
      count(replayed.after().failures(), 1, counts);
      count(replayed.before().failures(), 0, counts);
    }
    List<Failing> failing = new ArrayList<>();
    counts.forEach(
        (key, count) ->
            failing.add(new Failing(key.getFirst(), key.getLast(), count[0], count[1])));
    return failing;
  }

  private static void count(
      List<RuleFailure> failures, int version, Map<List<String>, int[]> counts) {
    for (RuleFailure failure : failures) {
      List<String> key = List.of(failure.rule().name().value(), failure.message());
      counts.computeIfAbsent(key, each -> new int[2])[version]++;
    }
  }

  /// {@return the alerts whose receivers, grouping or timing are others; none without an
  ///     Alertmanager}
  public List<RouteChange> routing() {
    RouteDiff diff = routes();
    return diff == null ? List.of() : diff.changes();
  }

  /// {@return the alerts whose receivers are others}
  public List<RouteChange> receivers() {
    return routing().stream().filter(change -> change.kinds().contains("receivers")).toList();
  }

  /// {@return how many alerts people are told of in other words}
  public long reworded() {
    return sent.stream().map(ChangedMessage::alert).distinct().count();
  }

  /// {@return the receivers that would have been told of firing alerts more often, or less; none
  ///     without an Alertmanager or recorded series}
  public Set<String> toldOtherwise() {
    PageCounts counts = pages();
    return counts == null ? Set.of() : counts.changed();
  }

  /// {@return whether there is a difference: a rule that is new, gone or written otherwise, an
  ///     alert that fires otherwise, another way to people, people who are told more or less often,
  ///     or in other words}
  public boolean differs() {
    return !rules.different().isEmpty()
        || !behaviour().isEmpty()
        || !routing().isEmpty()
        || !toldOtherwise().isEmpty()
        || !sent.isEmpty();
  }
}
