package dev.firedrill.rules.run;

import dev.firedrill.rules.RuleGroup;
import java.util.BitSet;
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

  boolean contains(RuleNode node) {
    return positions.get(node.position());
  }
}
