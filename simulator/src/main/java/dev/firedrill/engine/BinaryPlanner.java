package dev.firedrill.engine;

import dev.firedrill.engine.operator.BinaryKernel;
import dev.firedrill.engine.operator.CombineScalars;
import dev.firedrill.engine.operator.CombineSets;
import dev.firedrill.engine.operator.CombineVectors;
import dev.firedrill.engine.operator.CombineWithScalar;
import dev.firedrill.engine.operator.NameRemoval;
import dev.firedrill.engine.operator.Operator;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.promql.ast.BinaryOperator;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.type.ValueType;
import dev.firedrill.promql.type.ValueTypes;

/// Turns binary expressions into operators, by whether each side is a scalar or a vector.
final class BinaryPlanner {
  private final Planner planner;

  BinaryPlanner(Planner planner) {
    this.planner = planner;
  }

  Operator plan(Expr.Binary binary) {
    boolean trims = binary.operator().kind() == BinaryOperator.Kind.TRIM;
    Planner sides = trims ? planner.with(HistogramDetail.WHOLE_ALL_THE_WAY) : planner;
    Operator left = sides.plan(binary.left());
    Operator right = sides.plan(binary.right());
    if (binary.operator().isSet()) {
      return new CombineSets(
          rule(binary.operator()),
          binary.matching(),
          left,
          right,
          planner.context().steps(),
          binary.span());
    }
    String symbol = binary.operator().symbol();
    BinaryKernel kernel = BinaryKernel.of(binary.operator(), binary.returnBool(), binary.span());
    boolean leftIsScalar = isScalar(binary.left());
    boolean rightIsScalar = isScalar(binary.right());
    Annotations annotations = planner.context().annotations();
    if (leftIsScalar && rightIsScalar) {
      return scalars(binary, kernel, left, right);
    }
    NameRemoval names = planner.context().names();
    if (leftIsScalar) {
      return new CombineWithScalar(
          symbol, kernel, right, left, true, names, annotations, binary.span());
    }
    if (rightIsScalar) {
      return new CombineWithScalar(
          symbol, kernel, left, right, false, names, annotations, binary.span());
    }
    return new CombineVectors(
        symbol, kernel, binary.matching(), left, right, names, annotations, binary.span());
  }

  private static Operator scalars(
      Expr.Binary binary, BinaryKernel kernel, Operator left, Operator right) {
    String symbol = binary.operator().symbol();
    if (!kernel.takesNumbers()) {
      throw new EvaluationException(
          "operator " + GoQuote.quote(symbol) + " not allowed for Scalar operations",
          binary.span());
    }
    return new CombineScalars(symbol, kernel.function(), left, right);
  }

  private static CombineSets.Rule rule(BinaryOperator operator) {
    return switch (operator) {
      case AND -> CombineSets.Rule.AND;
      case OR -> CombineSets.Rule.OR;
      case UNLESS -> CombineSets.Rule.UNLESS;
      default -> throw new IllegalArgumentException("no set operator: " + operator);
    };
  }

  private static boolean isScalar(Expr expr) {
    return ValueTypes.of(expr) == ValueType.SCALAR;
  }
}
