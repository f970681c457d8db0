package dev.firedrill.replay;

import dev.firedrill.engine.TimeGrid;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.rules.run.GroupRunner;
import dev.firedrill.rules.run.RuleFailure;
import dev.firedrill.rules.run.RuleGraph;
import dev.firedrill.rules.run.RuleRemark;
import dev.firedrill.rules.run.RuleSelection;
import dev.firedrill.rules.run.RulesOverTime;
import dev.firedrill.series.SeriesSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Replays variants of one alerting rule side by side: what the rule reads is recorded once, each
/// expression is evaluated once, and only the states of the alerts are kept for each variant.
///
/// A rule that depends on what it writes itself, or on series that several rules write, is
/// replayed anew for each variant, with all rules.
public final class VariantReplay {
  private final List<RuleGroup> groups;
  private final SeriesSource recording;
  private final Replay.Settings settings;
  private final AlertingRule rule;
  private final LateScan scan;
  private final long before;

  private VariantReplay(
      List<RuleGroup> groups,
      SeriesSource recording,
      Replay.Settings settings,
      AlertingRule rule,
      long before) {
    this.before = before;
    this.groups = groups;
    this.recording = recording;
    this.settings = settings;
    this.rule = rule;
    this.scan = new LateScan(recording, settings.range());
  }

  /// What came of it.
  ///
  /// @param data what the results stand on: the selectors of the rule as it is, and of the rules
  ///     that it depends on
  /// @param groups of the rule and of those that it depends on, with just these, as they were
  ///     evaluated; that of the rule has it as it is
  /// @param alerts one for each variant, in their order
  /// @param failures evaluations that failed, each with the variant that did
  /// @param source all that was recorded and that rules wrote for the rule to read
  public record Outcome(
      RecordingSummary data,
      List<EvaluatedGroup> groups,
      List<AlertReplay> alerts,
      List<RuleFailure> failures,
      SeriesSource source) {
    public Outcome {
      groups = List.copyOf(groups);
      alerts = List.copyOf(alerts);
      failures = List.copyOf(failures);
    }

    /// {@return the group of the rule, as it was evaluated}
    public EvaluatedGroup group() {
      Rule varied = alerts.getFirst().rule();
      for (EvaluatedGroup each : groups) {
        if (each.group().rules().stream().anyMatch(own -> is(own, varied))) {
          return each;
        }
      }
      throw new IllegalStateException("not among its own groups: " + varied.name().value());
    }
  }

  /// {@return what each variant would have done}
  ///
  /// @param files all rules, the one that is varied among them
  /// @param variants of the rule; the first is the rule as it is, evaluated exactly as in a
  ///     [Replay] of the files
  /// @param listener looks on; it is told of each variant as a rule of its own
  /// @param before milliseconds more than the rules ask for, from which on they are evaluated,
  ///     before the time of interest: [WarmUp#longer]
  /// @throws IllegalArgumentException if an expression was rejected by the parser
  public static Outcome run(
      List<RuleFile> files,
      SeriesSource recording,
      Replay.Settings settings,
      AlertingRule rule,
      List<AlertingRule> variants,
      AlertListener listener,
      long before) {
    List<RuleGroup> groups = new ArrayList<>();
    files.forEach(file -> groups.addAll(file.groups()));
    return new VariantReplay(groups, recording, settings, rule, before).run(variants, listener);
  }

  private Outcome run(List<AlertingRule> variants, AlertListener listener) {
    RuleGraph graph = RuleGraph.of(groups);
    RuleGroup group = group();
    long most = before + longer(group, variants);
    Replay longest = new Replay(recording, settings, graph, most, scan);
    RuleSelection needed = graph.neededFor(rule);
    RulesOverTime rules = longest.prepared(needed, listener);
    Replay asItIs = new Replay(recording, settings, graph, before, scan);
    @Nullable TimeGrid own = asItIs.times(group).orElse(null);
    @Nullable TimeGrid times = longest.times(group).orElse(null);
    if (own == null || times == null || !rules.canVary(rule)) {
      return oneByOne(variants, needed, listener);
    }
    List<AlertingRule> others = variants.subList(1, variants.size());
    List<List<AlertingRule>> sets = List.of(variants.subList(0, 1), others);
    List<GroupRunner> runners = rules.variants(rule, sets);
    long shown = settings.range().first();
    GroupReplay current = new GroupReplay(runners.getFirst(), own, shown);
    GroupReplay varied = new GroupReplay(runners.getLast(), times, shown);
    List<RuleFailure> failures = Replay.evaluate(List.of(current, varied), listener);
    List<AlertReplay> alerts = new ArrayList<>(current.finish(sets.getFirst()));
    alerts.addAll(varied.finish(others));
    SeriesSource all = rules.source();
    RecordingSummary data = data(all, needed, variants, listener);
    List<EvaluatedGroup> told = evaluated(asItIs, needed, rules::remarks);
    return new Outcome(data, told, alerts, failures, all);
  }

  // Of the rules that matter alone, others may ask for more of the past.
  private RecordingSummary data(
      SeriesSource all, RuleSelection needed, List<AlertingRule> variants, AlertListener listener) {
    RuleGraph own = RuleGraph.of(needed.groups());
    long longer = longer(group(), variants);
    WarmUp warmUp = WarmUp.of(settings.history(own), recording, settings.range(), longer);
    return RecordingSummary.of(settings, scan, all, own, warmUp, listener);
  }

  private Outcome oneByOne(
      List<AlertingRule> variants, RuleSelection needed, AlertListener listener) {
    @Nullable ReplayReport first = null;
    List<AlertReplay> alerts = new ArrayList<>();
    List<RuleFailure> failures = new ArrayList<>();
    for (AlertingRule variant : variants) {
      List<RuleGroup> changed = groups.stream().map(group -> with(group, variant)).toList();
      RuleGraph graph = RuleGraph.of(changed);
      ReplayReport report =
          new Replay(recording, settings, graph, before, scan)
              .run(
                  graph.all(),
                  (each, interval, time, active) -> {
                    if (is(each, variant)) {
                      listener.evaluated(variant, interval, time, active);
                    }
                  })
              .report();
      first = first == null ? report : first;
      report.alerts().stream().filter(each -> is(each.rule(), variant)).forEach(alerts::add);
      report.failures().stream().filter(each -> is(each.rule(), variant)).forEach(failures::add);
    }
    if (first == null) {
      throw new IllegalArgumentException("the rule as it is has to be among the variants");
    }
    SeriesSource all = first.source();
    RecordingSummary data = data(all, needed, variants, listener);
    List<RuleRemark> remarks =
        first.groups().stream().flatMap(each -> each.remarks().stream()).toList();
    Replay asItIs = new Replay(recording, settings, RuleGraph.of(groups), before, scan);
    List<EvaluatedGroup> told = evaluated(asItIs, needed, _ -> remarks);
    return new Outcome(data, told, alerts, failures, all);
  }

  // Groups are evaluated whole, though some of their rules may not matter.
  private List<EvaluatedGroup> evaluated(
      Replay asItIs, RuleSelection needed, Function<RuleGroup, List<RuleRemark>> remarks) {
    List<EvaluatedGroup> evaluated = new ArrayList<>();
    for (RuleGroup own : needed.groups()) {
      RuleGroup whole = group(own.rules().getFirst());
      @Nullable TimeGrid due = asItIs.times(whole).orElse(null);
      @Nullable TimeGrid told = GroupReplay.told(due, settings.range().first());
      EvaluatedGroup all = asItIs.evaluated(whole, told, List.of());
      List<RuleRemark> ofOwn =
          remarks.apply(whole).stream()
              .filter(each -> own.rules().stream().anyMatch(one -> is(one, each.rule())))
              .toList();
      evaluated.add(new EvaluatedGroup(own, all.interval(), told, all.recorded(), ofOwn));
    }
    return evaluated;
  }

  private RuleGroup with(RuleGroup group, AlertingRule variant) {
    List<Rule> changed = new ArrayList<>();
    group.rules().forEach(each -> changed.add(is(each, rule) ? variant : each));
    return group.withRules(changed);
  }

  // Variants stand where their rule does.
  private static boolean is(Rule one, Rule other) {
    return one.location().equals(other.location());
  }

  private RuleGroup group() {
    return group(rule);
  }

  private RuleGroup group(Rule wanted) {
    for (RuleGroup group : groups) {
      if (group.rules().stream().anyMatch(each -> is(each, wanted))) {
        return group;
      }
    }
    throw new IllegalArgumentException("not one of the rules: " + wanted.name().value());
  }

  /// By how much the results of any variant depend on more of the past.
  private long longer(RuleGroup group, List<AlertingRule> variants) {
    long now = history(group, rule);
    long most = 0;
    for (AlertingRule variant : variants) {
      most = Math.max(most, history(group, variant) - now);
    }
    return most;
  }

  private long history(RuleGroup group, AlertingRule variant) {
    return settings.history(RuleGraph.of(List.of(group.withRules(List.of(variant))))).read();
  }
}
