package dev.firedrill.rules.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/// Finds the rules that depend on each other (Tarjan's algorithm), without recursion since chains
/// of rules may be long.
final class Components {
  private final List<BitSet> inputs;
  private final int[] number;
  private final int[] low;
  private final BitSet open = new BitSet();
  private final Deque<Integer> stack = new ArrayDeque<>();
  private final List<List<Integer>> found = new ArrayList<>();
  private int next = 1;

  private record Visit(int rule, int input) {}

  /// @param inputs for each rule those it depends on
  Components(List<BitSet> inputs) {
    this.inputs = inputs;
    this.number = new int[inputs.size()];
    this.low = new int[inputs.size()];
  }

  /// {@return groups of rules that depend on each other, each after all it depends on, each in the
  ///     order of evaluation}
  List<List<RuleNode>> inOrder(List<RuleNode> nodes) {
    for (int rule = 0; rule < number.length; rule++) {
      if (number[rule] == 0) {
        visitAll(rule);
      }
    }
    List<List<RuleNode>> components = new ArrayList<>();
    for (List<Integer> component : found) {
      List<RuleNode> members = new ArrayList<>();
      component.forEach(rule -> members.add(nodes.get(rule)));
      members.sort((one, other) -> Integer.compare(one.position(), other.position()));
      components.add(members);
    }
    return components;
  }

  private void visitAll(int root) {
    Deque<Visit> path = new ArrayDeque<>();
    path.push(opened(root));
    while (!path.isEmpty()) {
      Visit visit = path.pop();
      int input = inputs.get(visit.rule()).nextSetBit(visit.input());
      if (input >= 0) {
        path.push(new Visit(visit.rule(), input + 1));
        if (number[input] == 0) {
          path.push(opened(input));
        } else if (open.get(input)) {
          low[visit.rule()] = Math.min(low[visit.rule()], number[input]);
        }
      } else {
        close(visit.rule());
        if (!path.isEmpty()) {
          int reader = path.peek().rule();
          low[reader] = Math.min(low[reader], low[visit.rule()]);
        }
      }
    }
  }

  private Visit opened(int rule) {
    number[rule] = next;
    low[rule] = next;
    next++;
    open.set(rule);
    stack.push(rule);
    return new Visit(rule, 0);
  }

  private void close(int rule) {
    if (low[rule] != number[rule]) {
      return;
    }
    List<Integer> component = new ArrayList<>();
    int member;
    do {
      member = stack.pop();
      open.clear(member);
      component.add(member);
    } while (member != rule);
    found.add(component);
  }
}
