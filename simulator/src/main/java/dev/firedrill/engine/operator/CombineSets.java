package dev.firedrill.engine.operator;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.engine.PlanNode;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.VectorMatching;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// `and`, `or`, `unless`: which elements of two vectors stay, by their labels alone.
public final class CombineSets implements Operator {
  /// Which elements stay.
  public enum Rule {
    /// Those of the left that match something on the right.
    AND,
    /// Those of the left, and those of the right that match nothing on the left.
    OR,
    /// Those of the left that match nothing on the right.
    UNLESS
  }

  private final Rule rule;
  private final Operator left;
  private final Operator right;
  private final MatchGroups groups;
  private final int[] leftGroups;
  private final int[] rightGroups;
  private final LabelMapping mapping;
  private final StepBatches steps;
  private final Span span;

  /// Compares two vectors.
  public CombineSets(
      Rule rule,
      VectorMatching matching,
      Operator left,
      Operator right,
      StepBatches steps,
      Span span) {
    this.steps = steps;
    this.rule = rule;
    this.left = left;
    this.right = right;
    this.span = span;
    this.groups = new MatchGroups(matching);
    this.leftGroups = groups.number(left.series());
    this.rightGroups = groups.number(right.series());
    List<Labels> outputs = new ArrayList<>(left.series());
    if (rule == Rule.OR) {
      outputs.addAll(right.series());
    }
    this.mapping = LabelMapping.of(outputs);
  }

  @Override
  public List<Labels> series() {
    return mapping.outputs();
  }

  /// {@return whether the elements stand in the order of both sides, whichever of them are there}
  public boolean keepsOrder() {
    int sides = leftGroups.length + (rule == Rule.OR ? rightGroups.length : 0);
    return mapping.outputs().size() == sides;
  }

  @Override
  public boolean mayHoldHistograms() {
    return left.mayHoldHistograms() || (rule == Rule.OR && right.mayHoldHistograms());
  }

  @Override
  public boolean losesName(int series) {
    int fromLeft = -1;
    int fromRight = -1;
    for (int i = 0; i < leftGroups.length; i++) {
      fromLeft = mapping.target(i) == series ? i : fromLeft;
    }
    for (int i = 0; rule == Rule.OR && i < rightGroups.length; i++) {
      fromRight = mapping.target(leftGroups.length + i) == series ? i : fromRight;
    }
    if (fromLeft < 0) {
      return right.losesName(fromRight);
    }
    boolean loses = left.losesName(fromLeft);
    boolean same = fromRight < 0 || right.losesName(fromRight) == loses;
    return (same || leftIsFirst(fromLeft, fromRight)) == loses;
  }

  /// Of two series with the same labels the one that comes first decides about the name.
  private boolean leftIsFirst(int fromLeft, int fromRight) {
    boolean[] rightCame = new boolean[1];
    steps.until(
        run -> {
          Batch lefts = left.batch(run.first(), run.steps());
          Batch rights = right.batch(run.first(), run.steps());
          for (int row = 0; row < run.steps(); row++) {
            if (lefts.has(fromLeft, row)) {
              return true;
            }
            boolean[] taken = groupsAt(lefts, leftGroups, row);
            if (rights.has(fromRight, row) && !taken[rightGroups[fromRight]]) {
              rightCame[0] = true;
              return true;
            }
          }
          return false;
        });
    return !rightCame[0];
  }

  @Override
  public void fill(int first, Batch out) {
    Batch lefts = left.batch(first, out.steps());
    Batch rights = right.batch(first, out.steps());
    for (int row = 0; row < out.steps(); row++) {
      if (rule == Rule.OR) {
        copy(lefts, row, 0, out);
        boolean[] taken = groupsAt(lefts, leftGroups, row);
        copyWhere(rights, rightGroups, taken, false, row, leftGroups.length, out);
      } else {
        boolean[] there = groupsAt(rights, rightGroups, row);
        copyWhere(lefts, leftGroups, there, rule == Rule.AND, row, 0, out);
      }
    }
  }

  private boolean[] groupsAt(Batch batch, int[] groupOf, int row) {
    boolean[] there = new boolean[groups.count()];
    for (int column = 0; column < groupOf.length; column++) {
      there[groupOf[column]] |= batch.has(column, row);
    }
    return there;
  }

  private void copy(Batch from, int row, int shift, Batch out) {
    for (int column = 0; column < from.series(); column++) {
      if (from.has(column, row)) {
        mapping.copy(out, column + shift, row, from, column, span);
      }
    }
  }

  private void copyWhere(
      Batch from, int[] groupOf, boolean[] there, boolean wanted, int row, int shift, Batch out) {
    for (int column = 0; column < from.series(); column++) {
      if (from.has(column, row) && there[groupOf[column]] == wanted) {
        mapping.copy(out, column + shift, row, from, column, span);
      }
    }
  }

  @Override
  public String describe() {
    return "vector " + rule.name().toLowerCase(Locale.ROOT) + " vector";
  }

  @Override
  public List<PlanNode> inputs() {
    return List.of(left, right);
  }
}
