package dev.firedrill.rules.run;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.rules.Rule;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds among the rules that are not evaluated those that could fail on the series there are.
final class LeftOutRules {
  private final RuleSelection evaluated;
  private final SeriesStore store;
  private final Set<String> metrics = new HashSet<>();
  private final Set<String> labelNames = new HashSet<>();
  private final BitSet withData = new BitSet();

  LeftOutRules(RuleSelection evaluated, SeriesStore store) {
    this.evaluated = evaluated;
    this.store = store;
    for (int i = 0; i < store.size(); i++) {
      Labels labels = store.labels(i);
      metrics.add(labels.metricName());
      labelNames.addAll(labels.names());
    }
  }

  /// {@return the rules, in the order of evaluation}
  List<Rule> thatMayFail() {
    RuleGraph graph = evaluated.graph();
    for (List<RuleNode> component : graph.components()) {
      component.forEach(node -> withData.set(node.position(), hasData(node)));
    }
    List<Rule> risks = new ArrayList<>();
    for (RuleNode node : graph.nodes()) {
      if (withData.get(node.position())
          && !evaluated.contains(node)
          && RuleRisk.mayFail(node, labelNames)) {
        risks.add(node.rule());
      }
    }
    return risks;
  }

  private boolean hasData(RuleNode node) {
    for (SeriesReads.Read read : node.reads().reads()) {
      if (isGiven(read.matchers()) || isWritten(read)) {
        return true;
      }
    }
    return node.reads().anything();
  }

  private boolean isGiven(List<LabelMatcher> matchers) {
    for (LabelMatcher matcher : matchers) {
      if (matcher.name().equals(Labels.METRIC_NAME)
          && matcher.operator() == LabelMatcher.Operator.EQUAL
          && !metrics.contains(matcher.value())) {
        return false;
      }
    }
    return !store.select(matchers, TimeRange.ALL).isEmpty();
  }

  private boolean isWritten(SeriesReads.Read read) {
    for (RuleNode writer : evaluated.graph().writersOf(read)) {
      if (withData.get(writer.position())) {
        return true;
      }
    }
    return false;
  }
}
