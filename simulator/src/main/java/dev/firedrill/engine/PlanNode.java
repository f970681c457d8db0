package dev.firedrill.engine;

import java.util.List;

/// A box of a plan, as it is explained.
public interface PlanNode {
  /// {@return what the box does, in one line}
  String describe();

  /// {@return the boxes it reads}
  List<PlanNode> inputs();

  /// {@return the box and all it reads as an indented tree, one line a box}
  default String explain() {
    StringBuilder out = new StringBuilder();
    explain(out, 0);
    return out.toString();
  }

  private void explain(StringBuilder out, int depth) {
    out.append("  ".repeat(depth)).append(describe()).append('\n');
    for (PlanNode input : inputs()) {
      input.explain(out, depth + 1);
    }
  }
}
