package dev.firedrill.engine;

import dev.firedrill.engine.operator.Absent;
import dev.firedrill.engine.operator.Aggregate;
import dev.firedrill.engine.operator.ApplyRange;
import dev.firedrill.engine.operator.AsScalar;
import dev.firedrill.engine.operator.CombineSets;
import dev.firedrill.engine.operator.CombineVectors;
import dev.firedrill.engine.operator.CombineWithScalar;
import dev.firedrill.engine.operator.CountValues;
import dev.firedrill.engine.operator.EstimateHistograms;
import dev.firedrill.engine.operator.EvaluateSubquery;
import dev.firedrill.engine.operator.MapElements;
import dev.firedrill.engine.operator.Negate;
import dev.firedrill.engine.operator.Operator;
import dev.firedrill.engine.operator.Present;
import dev.firedrill.engine.operator.RangeInput;
import dev.firedrill.engine.operator.Relabel;
import dev.firedrill.engine.operator.SelectInstant;
import dev.firedrill.engine.operator.SelectRange;

/// Follows the order of series through a plan.
///
/// In an instant query the elements of a vector stand in the order in which they came about at that
/// instant: groups by their first element that is there, pairs by their left sides. Floating-point
/// sums depend on it. A plan for many steps has one order of series for all of them, which is as
/// good wherever it does not matter which series are there.
final class InstantOrder {
  private boolean safe = true;

  /// {@return whether the values of a plan are those of instant queries, and also their order}
  static Verdict of(Operator root) {
    InstantOrder walk = new InstantOrder();
    boolean ordered = walk.ordered(root);
    return new Verdict(walk.safe, ordered);
  }

  /// What is known of a plan.
  ///
  /// @param safe whether the values cannot depend on an order that is lost
  /// @param ordered whether the order of the result is kept
  record Verdict(boolean safe, boolean ordered) {}

  private boolean ordered(PlanNode node) {
    if (node instanceof Present) {
      return true;
    }
    boolean inputs = true;
    for (PlanNode input : node.inputs()) {
      inputs &= ordered(input);
    }
    int width = width(node);
    return switch (node) {
      case SelectInstant _, SelectRange _ -> true;
      case ApplyRange _,
          EvaluateSubquery _,
          MapElements _,
          Negate _,
          Relabel _,
          CombineWithScalar _ ->
          width <= 1 || (inputs && width >= widest(node));
      case CombineSets sets -> inputs && sets.keepsOrder();
      case CombineVectors vectors -> inputs && vectors.keepsOrder();
      case Aggregate aggregate -> {
        safe &= inputs || !aggregate.dependsOnOrder();
        yield width <= 1 || (inputs && aggregate.keepsOrder());
      }
      case Absent _, AsScalar _, EstimateHistograms _, CountValues _ -> width <= 1;
      default -> {
        // Scalars and what has one series at most have one order only.
        safe &= inputs;
        yield width <= 1;
      }
    };
  }

  private static int widest(PlanNode node) {
    int widest = 0;
    for (PlanNode input : node.inputs()) {
      widest = Math.max(widest, width(input));
    }
    return widest;
  }

  private static int width(PlanNode node) {
    return switch (node) {
      case Operator operator -> operator.series().size();
      case RangeInput range -> range.series().size();
      default -> Integer.MAX_VALUE;
    };
  }
}
