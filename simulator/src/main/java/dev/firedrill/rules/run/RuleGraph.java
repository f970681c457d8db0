package dev.firedrill.rules.run;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which rules read what which others write.
///
/// What a rule writes depends on its expression and the templates of its labels; those of
/// annotations only show something.
public final class RuleGraph {
  private final List<RuleGroup> groups;
  private final List<RuleNode> nodes = new ArrayList<>();
  private final Map<String, List<RuleNode>> writers = new HashMap<>();
  private final List<BitSet> inputs = new ArrayList<>();
  private final List<List<RuleNode>> components;
  private final BitSet read = new BitSet();
  private final BitSet cyclic = new BitSet();

  private RuleGraph(List<RuleGroup> groups) {
    this.groups = List.copyOf(groups);
    for (RuleGroup group : groups) {
      for (Rule rule : group.rules()) {
        add(RuleNode.of(nodes.size(), group, rule));
      }
    }
    for (RuleNode node : nodes) {
      BitSet from = writersOf(node.reads());
      from.or(writersOf(node.labelReads()));
      inputs.add(from);
      read.or(from);
    }
    this.components = new Components(inputs).inOrder(nodes);
    for (List<RuleNode> component : components) {
      int first = component.getFirst().position();
      if (component.size() > 1 || inputs.get(first).get(first)) {
        component.forEach(node -> cyclic.set(node.position()));
      }
    }
  }

  /// {@return the graph of the rules of some groups}
  /// @param groups in the order in which those due at the same time are evaluated
  /// @throws IllegalArgumentException if an expression was rejected by the parser
  public static RuleGraph of(List<RuleGroup> groups) {
    return new RuleGraph(groups);
  }

  private void add(RuleNode node) {
    nodes.add(node);
    for (String name : node.output().names()) {
      writers.computeIfAbsent(name, each -> new ArrayList<>()).add(node);
    }
  }

  /// {@return the groups in the order of evaluation}
  public List<RuleGroup> groups() {
    return groups;
  }

  /// {@return the number of rules}
  public int size() {
    return nodes.size();
  }

  /// {@return the rules, in the order of evaluation}
  List<RuleNode> nodes() {
    return nodes;
  }

  /// {@return the rules in an order in which each comes after all that it depends on; rules that
  ///     depend on each other come together}
  List<List<RuleNode>> components() {
    return components;
  }

  /// {@return whether any rule's result depends on what a rule writes}
  boolean isRead(RuleNode node) {
    return read.get(node.position());
  }

  /// {@return whether a rule depends on what it wrote itself}
  boolean isCyclic(RuleNode node) {
    return cyclic.get(node.position());
  }

  /// {@return the positions of the rules that may write series which are read}
  BitSet writersOf(SeriesReads reads) {
    BitSet found = new BitSet();
    if (reads.anything()) {
      found.set(0, nodes.size());
    }
    for (SeriesReads.Read read : reads.reads()) {
      for (RuleNode writer : writersOf(read)) {
        found.set(writer.position());
      }
    }
    return found;
  }

  /// {@return whether any of the rules may write a series}
  public boolean mayWrite(Labels series) {
    for (RuleNode writer : writers.getOrDefault(series.metricName(), List.of())) {
      if (writer.output().mayBe(series)) {
        return true;
      }
    }
    return false;
  }

  /// {@return the rules that may write series which are read}
  List<RuleNode> writersOf(SeriesReads.Read read) {
    List<RuleNode> candidates = nodes;
    for (LabelMatcher matcher : read.matchers()) {
      if (matcher.name().equals(Labels.METRIC_NAME)
          && matcher.operator() == LabelMatcher.Operator.EQUAL) {
        candidates = writers.getOrDefault(matcher.value(), List.of());
      }
    }
    List<RuleNode> found = new ArrayList<>();
    for (RuleNode candidate : candidates) {
      if (candidate.output().mayMatch(read.matchers())) {
        found.add(candidate);
      }
    }
    return found;
  }

  /// {@return the rules that alerts and expressions depend on, with all that these depend on}
  /// @param alerts names
  /// @param reads what the expressions read
  public RuleSelection neededFor(Set<String> alerts, Collection<SeriesReads> reads) {
    BitSet needed = new BitSet();
    for (RuleNode node : nodes) {
      needed.set(node.position(), node.isAlert() && alerts.contains(node.rule().name().value()));
    }
    reads.forEach(each -> needed.or(writersOf(each)));
    return withInputs(needed);
  }

  /// {@return a rule, by its place, with all that it depends on}
  public RuleSelection neededFor(Rule rule) {
    BitSet needed = new BitSet();
    for (RuleNode node : nodes) {
      needed.set(node.position(), node.rule().location().equals(rule.location()));
    }
    return withInputs(needed);
  }

  private RuleSelection withInputs(BitSet needed) {
    BitSet pending = (BitSet) needed.clone();
    while (!pending.isEmpty()) {
      int position = pending.nextSetBit(0);
      pending.clear(position);
      BitSet more = writersOf(nodes.get(position).annotationReads());
      more.or(inputs.get(position));
      more.andNot(needed);
      needed.or(more);
      pending.or(more);
    }
    return new RuleSelection(this, needed);
  }

  /// {@return all rules}
  public RuleSelection all() {
    BitSet all = new BitSet();
    all.set(0, nodes.size());
    return new RuleSelection(this, all);
  }
}
