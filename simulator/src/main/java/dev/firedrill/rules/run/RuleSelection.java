package dev.firedrill.rules.run;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/// Some rules of a graph, with all rules that they depend on.
public final class RuleSelection {
  private final RuleGraph graph;
  private final BitSet positions;

  RuleSelection(RuleGraph graph, BitSet positions) {
    this.graph = graph;
    this.positions = positions;
  }

  /// {@return the graph}
  public RuleGraph graph() {
    return graph;
  }

  /// {@return how many rules there are}
  public int size() {
    return positions.cardinality();
  }

  /// {@return whether all rules are among them}
  public boolean isAll() {
    return size() == graph.size();
  }

  /// {@return these without the rules of some groups, which are never evaluated}
  public RuleSelection withoutGroups(Predicate<RuleGroup> left) {
    BitSet rest = (BitSet) positions.clone();
    for (RuleNode node : graph.nodes()) {
      if (left.test(node.group())) {
        rest.clear(node.position());
      }
    }
    return new RuleSelection(graph, rest);
  }

  /// {@return the groups with just these rules, those with none left out, in order}
  public List<RuleGroup> groups() {
    List<RuleGroup> groups = new ArrayList<>();
    int position = 0;
    for (RuleGroup group : graph.groups()) {
      List<Rule> rules = new ArrayList<>();
      for (Rule rule : group.rules()) {
        if (positions.get(position++)) {
          rules.add(rule);
        }
      }
      if (!rules.isEmpty()) {
        groups.add(
            new RuleGroup(
                group.name(),
                group.interval(),
                group.queryOffset(),
                group.limit(),
                group.labels(),
                rules,
                group.location()));
      }
    }
    return groups;
  }

  /// {@return all that the rules and their templates read}
  public SeriesReads reads() {
    SeriesReads reads = SeriesReads.NOTHING;
    for (RuleNode node : graph.nodes()) {
      if (contains(node)) {
        reads = reads.and(node.reads()).and(node.labelReads()).and(node.annotationReads());
      }
    }
    return reads;
  }

  /// {@return whether one of the rules may write a series}
  public boolean mayWrite(Labels series) {
    List<LabelMatcher> exactly = new ArrayList<>();
    series.forEach(
        (name, value) -> exactly.add(LabelMatcher.of(name, LabelMatcher.Operator.EQUAL, value)));
    for (RuleNode node : graph.nodes()) {
      if (contains(node) && node.output().mayMatch(exactly)) {
        return true;
      }
    }
    return false;
  }

  boolean contains(RuleNode node) {
    return positions.get(node.position());
  }
}
