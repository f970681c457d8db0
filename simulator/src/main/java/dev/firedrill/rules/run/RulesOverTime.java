package dev.firedrill.rules.run;

import dev.firedrill.engine.Engine;
import dev.firedrill.engine.RemoteEngine;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.SeriesStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Rules evaluated over time.
///
/// A rule is evaluated over all steps by one plan as soon as what it reads is complete; step by
/// step go only those that read what they wrote themselves, what a later rule writes, or samples
/// of the future. Recording rules, and alerting rules that others read, are evaluated ahead of the
/// groups; the others when their groups are. All see exactly what they would see if the groups
/// were evaluated one step after the other.
public final class RulesOverTime {
  private final RuleSelection rules;
  private final Function<RuleGroup, TimeGrid> times;
  private final Setting setting;
  private final boolean inOrder;
  private final RuleStorage storage;
  private final Evaluators evaluators;
  private final @Nullable WorkAhead background;
  private final RuleRemarks remarks = new RuleRemarks();
  private final Map<Integer, RuleTurn> turns = new HashMap<>();

  /// Where rules are evaluated.
  ///
  /// @param merged makes what rules read of what was given and written: perhaps there is more
  /// @param texts makes what expands templates, whose queries read the source given
  /// @param plans how expressions are evaluated over many steps
  /// @param alertSeries whether somebody besides rules reads `ALERTS` and `ALERTS_FOR_STATE`
  /// @param remote evaluates what reads only stored series; null where all is evaluated here
  public record Setting(
      Engine engine,
      UnaryOperator<SeriesSource> merged,
      BiFunction<Engine, SeriesSource, TextExpander> texts,
      Plans plans,
      boolean alertSeries,
      @Nullable RemoteEngine remote) {
    /// Where all samples are in memory, and all that rules write is read.
    public Setting(
        Engine engine,
        UnaryOperator<SeriesSource> merged,
        BiFunction<Engine, SeriesSource, TextExpander> texts) {
      this(engine, merged, texts, Plans.ofMemory(merged), true, null);
    }
  }

  /// How expressions are evaluated over many steps.
  ///
  /// @param merged makes what plans read of what was written, which may come from what is kept for
  ///     all of them
  /// @param slices for how long plans are made
  /// @param background evaluates ahead of what is asked for; null where nothing is done ahead
  public record Plans(
      UnaryOperator<SeriesSource> merged, PlanSlices slices, @Nullable Executor background) {
    /// Plans for all of time, since all samples are in memory.
    static Plans ofMemory(UnaryOperator<SeriesSource> merged) {
      return new Plans(merged, PlanSlices.unlimited(), null);
    }
  }

  /// Is told how far the rules are that are evaluated ahead.
  @FunctionalInterface
  public interface Ahead {
    /// Where nobody looks.
    Ahead UNSEEN = (number, count, time) -> {};

    /// Takes note of an evaluation.
    ///
    /// @param number of the rule among those that are evaluated ahead, from 1
    /// @param count how many there are
    /// @param time of the evaluation, in epoch milliseconds
    void reached(int number, int count, long time);
  }

  private RulesOverTime(
      RuleSelection rules, Function<RuleGroup, TimeGrid> times, Setting setting, boolean inOrder) {
    this.rules = rules;
    this.times = times;
    this.setting = setting;
    this.inOrder = inOrder;
    this.storage = new RuleStorage(inOrder);
    SeriesSource visible = setting.merged().apply(storage.visible());
    Executor threads = setting.plans().background();
    this.background = threads == null ? null : new WorkAhead(threads);
    this.evaluators = new Evaluators(setting.texts().apply(setting.engine(), visible));
  }

  /// {@return rules that are evaluated over the whole of time wherever possible}
  /// @param times when each group is to be evaluated
  public static RulesOverTime whole(
      RuleSelection rules, Function<RuleGroup, TimeGrid> times, Setting setting) {
    return new RulesOverTime(rules, times, setting, false);
  }

  /// {@return rules that are evaluated step by step}
  /// @param times when each group is to be evaluated
  public static RulesOverTime stepByStep(
      RuleSelection rules, Function<RuleGroup, TimeGrid> times, Setting setting) {
    return new RulesOverTime(rules, times, setting, true);
  }

  /// {@return the store of what is given and written, to which given series are added}
  public SeriesStore store() {
    return storage.store();
  }

  /// Says that all series added to the store since the last time are there by an evaluation.
  ///
  /// @param time of the evaluation; none is earlier than that of the call before
  public void given(long time) {
    storage.given(time);
  }

  /// {@return all that was given and written}
  public SeriesSource source() {
    return setting.merged().apply(storage.complete());
  }

  /// Does what can be done ahead. Evaluated over the whole of time, all that rules read must have
  /// been given before.
  ///
  /// @return false where rules have to be evaluated step by step, since several write one series
  public boolean prepare() {
    return prepare(Ahead.UNSEEN);
  }

  /// Does what can be done ahead, as the other [#prepare] does.
  ///
  /// @param ahead is told how far that is
  /// @return false where rules have to be evaluated step by step, since several write one series
  public boolean prepare(Ahead ahead) {
    rules.graph().nodes().stream()
        .filter(rules::contains)
        .mapToLong(node -> times(node).step())
        .min()
        .ifPresent(setting.plans().slices()::steps);
    if (!inOrder) {
      try {
        new AheadOfTime(this, ahead).run();
      } catch (RuleStorage.Collision e) {
        return false;
      }
    }
    for (RuleNode node : rules.graph().nodes()) {
      if (rules.contains(node)) {
        turns.computeIfAbsent(node.position(), position -> live(node, true, sink(node)));
      }
    }
    return true;
  }

  // Done ahead were all that others read.
  private SampleSink sink(RuleNode node) {
    return inOrder || setting.alertSeries() ? storage.sink(node) : SampleSink.NOWHERE;
  }

  /// {@return rules that are not evaluated and could fail on the series given}
  public List<Rule> leftOutThatMayFail() {
    return rules.isAll() ? List.of() : new LeftOutRules(rules, storage.store()).thatMayFail();
  }

  /// {@return the groups with rules to be evaluated, in order}
  public List<GroupRunner> groups() {
    List<GroupRunner> groups = new ArrayList<>();
    int position = 0;
    for (RuleGroup group : rules.graph().groups()) {
      List<RuleTurn> own = new ArrayList<>();
      for (int i = 0; i < group.rules().size(); i++, position++) {
        RuleTurn turn = turns.get(position);
        if (turn != null) {
          own.add(turn);
        }
      }
      groups.add(new GroupRunner(group, own));
    }
    return groups;
  }

  /// {@return whether variants of an alerting rule can be evaluated beside it: whether it does not
  ///     depend on what it writes itself, and rules are not evaluated step by step}
  public boolean canVary(Rule.AlertingRule rule) {
    return !inOrder && !rules.graph().isCyclic(node(rule));
  }

  /// {@return groups that evaluate, in place of an alerting rule, variants of it, one set of them
  ///     each. They write nothing; those with the same text of an expression evaluate it once a
  ///     step, where the groups are evaluated at the same times one after the other}
  /// @param rule one of the rules that were prepared, and one that [#canVary]
  /// @param sets of variants, each of which differs in its expression, `for` or `keep_firing_for`
  public List<GroupRunner> variants(Rule.AlertingRule rule, List<List<Rule.AlertingRule>> sets) {
    RuleNode node = node(rule);
    Map<String, RuleQuery> queries = new HashMap<>();
    List<GroupRunner> groups = new ArrayList<>();
    for (List<Rule.AlertingRule> variants : sets) {
      List<RuleTurn> turns = new ArrayList<>();
      for (Rule.AlertingRule variant : variants) {
        RuleNode other = RuleNode.of(node.position(), node.group(), variant);
        RuleQuery query =
            queries.computeIfAbsent(
                variant.expr().source().text(), text -> new SharedQuery(query(other)));
        RuleEvaluator evaluator = evaluators.of(other, query, false, false);
        SeriesWriter nowhere = new SeriesWriter(SampleSink.NOWHERE);
        turns.add(new RuleTurn.Live(other, query, evaluator, storage, nowhere));
      }
      groups.add(new GroupRunner(node.group(), turns));
    }
    return groups;
  }

  private RuleNode node(Rule.AlertingRule rule) {
    for (RuleNode node : rules.graph().nodes()) {
      if (node.rule().location().equals(rule.location())) {
        return node;
      }
    }
    throw new IllegalArgumentException("not one of the rules: " + rule.name().value());
  }

  /// {@return what PromQL remarks on the rules of a group, whichever engine evaluated them}
  public List<RuleRemark> remarks(RuleGroup group) {
    return remarks.on(group);
  }

  RuleSelection rules() {
    return rules;
  }

  RuleStorage storage() {
    return storage;
  }

  TimeGrid times(RuleNode node) {
    return times.apply(node.group());
  }

  /// Says how a rule takes its turn.
  void put(RuleNode node, RuleTurn turn) {
    turns.put(node.position(), turn);
  }

  /// {@return the turn of a rule that is evaluated when its time has come}
  /// @param annotated whether alerts get their annotations
  RuleTurn.Live live(RuleNode node, boolean annotated, SampleSink sink) {
    RuleQuery query = query(node);
    boolean written = !sink.equals(SampleSink.NOWHERE);
    RuleEvaluator evaluator = evaluators.of(node, query, annotated, written);
    return new RuleTurn.Live(node, query, evaluator, storage, new SeriesWriter(sink));
  }

  private RuleQuery query(RuleNode node) {
    Engine engine = setting.engine();
    TimeGrid own = times(node);
    TimeGrid grid = new TimeGrid(own.start() - node.offset(), own.step(), own.count());
    StoredParts.Rest rest = rest(node, grid);
    SeriesSource visible = rest.results().apply(setting.merged().apply(storage.visible()));
    RuleQuery single = new StepQuery(engine, visible, rest.expr(), remarks.of(node.rule()));
    if (inOrder || !new Visibility(rules, times).isComplete(node)) {
      return single;
    }
    Plans plans = setting.plans();
    SeriesSource complete = rest.results().apply(plans.merged().apply(storage.complete()));
    PlanWindow window = new PlanWindow(plans.slices(), node.offset());
    GridQuery whole =
        new GridQuery(
            engine,
            rest.expr(),
            complete,
            grid,
            single,
            node.hasVaryingLabels(),
            window,
            background,
            remarks.of(node.rule()));
    remarks.from(whole::tellRemarks);
    plans.slices().add(whole::release);
    return whole;
  }

  /// What is to be evaluated here of a rule's expression.
  private StoredParts.Rest rest(RuleNode node, TimeGrid grid) {
    RemoteEngine remote = setting.remote();
    return remote == null
        ? new StoredParts.Rest(node.expr(), UnaryOperator.identity())
        : StoredParts.of(
            node.expr(),
            grid,
            rules.graph(),
            remote,
            new StoredParts.Reading(
                setting.engine().options().lookback(), remarks.of(node.rule())));
  }
}
