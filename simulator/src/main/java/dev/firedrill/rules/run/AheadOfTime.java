package dev.firedrill.rules.run;

import dev.firedrill.engine.TimeGrid;
import dev.firedrill.rules.Rule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Evaluates the rules that others read, each over the whole of time, after those it reads itself.
final class AheadOfTime {
  private final RulesOverTime run;
  private final RuleGraph graph;
  private final BitSet meeting;
  private final RulesOverTime.Ahead ahead;
  private int done;
  private int count;

  /// @param ahead is told how far the rules are
  AheadOfTime(RulesOverTime run, RulesOverTime.Ahead ahead) {
    this.run = run;
    this.ahead = ahead;
    this.graph = run.rules().graph();
    this.meeting = meetingAlerts();
  }

  /// One rule on its way through time.
  private static final class Walk {
    private final RuleNode node;
    private final RuleTurn turn;
    private final TimeGrid times;
    private final Map<Long, RuleException> failures = new HashMap<>();
    private int next;

    Walk(RuleNode node, RuleTurn turn, TimeGrid times) {
      this.node = node;
      this.turn = turn;
      this.times = times;
    }

    long time() {
      return next < times.count() ? times.time(next) : Long.MAX_VALUE;
    }

    void step() {
      long time = time();
      next++;
      try {
        turn.take(time);
      } catch (RuleException e) {
        failures.put(time, e);
      }
    }
  }

  /// Evaluates them.
  ///
  /// @throws RuleStorage.Collision if two write the same series
  void run() {
    for (RuleNode node : graph.nodes()) {
      count += isDue(node) ? 1 : 0;
    }
    for (List<RuleNode> component : graph.components()) {
      List<Walk> walks = new ArrayList<>();
      for (RuleNode node : component) {
        if (isDue(node)) {
          walks.add(
              new Walk(node, run.live(node, false, run.storage().sink(node)), run.times(node)));
        }
      }
      walk(walks);
      walks.forEach(this::finish);
      done += walks.size();
    }
  }

  private boolean isDue(RuleNode node) {
    return run.rules().contains(node) && isAhead(node);
  }

  private void walk(List<Walk> walks) {
    long time = nextTime(walks);
    while (time < Long.MAX_VALUE) {
      for (Walk walk : walks) {
        if (walk.time() == time) {
          walk.step();
        }
      }
      ahead.reached(done + 1, count, time);
      time = nextTime(walks);
    }
  }

  private static long nextTime(List<Walk> walks) {
    long next = Long.MAX_VALUE;
    for (Walk walk : walks) {
      next = Math.min(next, walk.time());
    }
    return next;
  }

  // Alerts are evaluated again when their time comes, so that their states can be looked at.
  private void finish(Walk walk) {
    RuleTurn turn =
        switch (walk.node.rule()) {
          case Rule.RecordingRule _ -> new RuleTurn.Done(walk.turn.evaluator(), walk.failures);
          case Rule.AlertingRule _ -> run.live(walk.node, true, SampleSink.NOWHERE);
        };
    run.put(walk.node, turn);
  }

  private boolean isAhead(RuleNode node) {
    return !node.isAlert() || graph.isRead(node) || meeting.get(node.position());
  }

  /// The alerts whose series others may write too, which must come to light beforehand.
  private BitSet meetingAlerts() {
    Map<String, List<RuleNode>> byName = new HashMap<>();
    for (RuleNode node : graph.nodes()) {
      if (node.isAlert() && run.rules().contains(node)) {
        byName.computeIfAbsent(node.rule().name().value(), n -> new ArrayList<>()).add(node);
      }
    }
    boolean given = run.storage().isGiven("ALERTS") || run.storage().isGiven("ALERTS_FOR_STATE");
    BitSet found = new BitSet();
    for (List<RuleNode> same : byName.values()) {
      for (RuleNode one : same) {
        for (RuleNode other : same) {
          if (given
              || (one.position() != other.position() && one.output().mayMeet(other.output()))) {
            found.set(one.position());
          }
        }
      }
    }
    return found;
  }
}
