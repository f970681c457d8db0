package dev.firedrill.replay.condition;

import dev.firedrill.promql.ast.BinaryOperator;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Aggregation;
import dev.firedrill.promql.ast.Expr.Binary;
import dev.firedrill.promql.ast.Expr.Call;
import dev.firedrill.promql.ast.VectorMatching.Cardinality;
import dev.firedrill.promql.flow.Comparison;
import dev.firedrill.promql.type.ValueType;
import dev.firedrill.promql.type.ValueTypes;
import dev.firedrill.promql.walk.ExprWalk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Takes expressions apart, from the outside in, as long as a value inside is a value of the whole.
final class ConditionReader {
  private ConditionReader() {}

  /// {@return what an expression asks for}
  /// @param link which labels of the expression's series the alert has
  static Condition read(Expr written, LabelLink link) {
    Expr expr = ExprWalk.unwrapped(written);
    return switch (expr) {
      case Binary binary when binary.operator().isSet() -> ofSet(binary, link);
      case Binary binary when binary.operator().isComparison() && !binary.returnBool() ->
          ofComparison(binary, link);
      case Binary binary -> ofArithmetic(binary, link);
      case Expr.Unary unary -> inside(expr, unary.operand(), link, link);
      case Aggregation aggregation -> ofAggregation(aggregation, link);
      case Call call -> ofCall(call, link);
      case Expr.NumberLiteral _, Expr.StringLiteral _, Expr.Paren _, Expr.Selector _ ->
          new Condition.Presence(expr, link);
    };
  }

  private static Condition ofSet(Binary binary, LabelLink link) {
    LabelLink right =
        binary.operator() == BinaryOperator.OR ? link : link.matched(binary.matching());
    return switch (binary.operator()) {
      case AND -> new Condition.All(binary, chain(binary, link));
      case OR -> new Condition.Any(binary, chain(binary, link));
      default ->
          new Condition.Except(binary, read(binary.left(), link), read(binary.right(), right));
    };
  }

  // Long chains lean to the left.
  private static List<Condition> chain(Binary binary, LabelLink link) {
    List<Condition> parts = new ArrayList<>();
    Expr rest = binary;
    while (rest instanceof Binary next && next.operator() == binary.operator()) {
      boolean or = next.operator() == BinaryOperator.OR;
      parts.add(read(next.right(), or ? link : link.matched(next.matching())));
      rest = ExprWalk.unwrapped(next.left());
    }
    parts.add(read(rest, link));
    Collections.reverse(parts);
    return parts;
  }

  private static Condition ofComparison(Binary binary, LabelLink link) {
    boolean swapped = isLimit(binary.left()) && !isLimit(binary.right());
    Expr watched = swapped ? binary.right() : binary.left();
    Expr threshold = swapped ? binary.left() : binary.right();
    BinaryOperator operator = swapped ? Comparison.mirrored(binary.operator()) : binary.operator();
    LabelLink inner = side(binary, swapped, link);
    Optional<Condition> truth = ofTruth(watched, operator, threshold, inner);
    if (truth.isPresent()) {
      return truth.get();
    }
    Expr value = value(watched);
    Condition.Comparison own =
        new Condition.Comparison(binary, value, operator, threshold, swapped, inner);
    return value.span().equals(ExprWalk.unwrapped(watched).span())
        ? own
        : new Condition.All(binary, List.of(read(watched, inner), own));
  }

  // What reads no series cannot be what is watched.
  private static boolean isLimit(Expr expr) {
    return ValueTypes.of(expr) == ValueType.SCALAR || ExprWalk.selectors(expr).isEmpty();
  }

  /// Which labels of a side's series the alert has.
  private static LabelLink side(Binary binary, boolean right, LabelLink link) {
    boolean vectors =
        ValueTypes.of(binary.left()) != ValueType.SCALAR
            && ValueTypes.of(binary.right()) != ValueType.SCALAR;
    if (!vectors) {
      return link;
    }
    Cardinality many = right ? Cardinality.ONE_TO_MANY : Cardinality.MANY_TO_ONE;
    return binary.matching().cardinality() == many
        ? link.dropping(binary.matching().include())
        : link.matched(binary.matching());
  }

  /// `(x > bool 5) == 1` asks for `x > 5`, `absent(x) > 0` for `absent(x)`.
  private static Optional<Condition> ofTruth(
      Expr watched, BinaryOperator operator, Expr threshold, LabelLink link) {
    if (!(ExprWalk.unwrapped(threshold) instanceof Expr.NumberLiteral number)
        || !isTrueOnly(operator, number.value())) {
      return Optional.empty();
    }
    Expr inner = ExprWalk.unwrapped(watched);
    if (inner instanceof Binary binary && binary.returnBool()) {
      Binary filter =
          new Binary(
              binary.operator(),
              false,
              binary.matching(),
              binary.left(),
              binary.right(),
              binary.span());
      return Optional.of(ofComparison(filter, link));
    }
    return inner instanceof Call call && isAbsence(call)
        ? Optional.of(ofCall(call, link))
        : Optional.empty();
  }

  // Whether 1 passes and 0 does not.
  private static boolean isTrueOnly(BinaryOperator operator, double number) {
    return switch (operator) {
      case EQUAL -> number == 1;
      case NOT_EQUAL -> number == 0;
      case GREATER -> number >= 0 && number < 1;
      case GREATER_OR_EQUAL -> number > 0 && number <= 1;
      default -> false;
    };
  }

  /// What a filtered value is without the filters around it.
  private static Expr value(Expr filtered) {
    Expr rest = ExprWalk.unwrapped(filtered);
    while (rest instanceof Binary binary) {
      boolean compares = binary.operator().isComparison() && !binary.returnBool();
      boolean keepsLeft =
          binary.operator() == BinaryOperator.AND || binary.operator() == BinaryOperator.UNLESS;
      if (!compares && !keepsLeft) {
        return rest;
      }
      boolean right = compares && isLimit(binary.left()) && !isLimit(binary.right());
      rest = ExprWalk.unwrapped(right ? binary.right() : binary.left());
    }
    return rest;
  }

  private static Condition ofArithmetic(Binary binary, LabelLink link) {
    boolean left = ValueTypes.of(binary.left()) != ValueType.SCALAR;
    boolean right = ValueTypes.of(binary.right()) != ValueType.SCALAR;
    if (left && right) {
      Condition one = read(binary.left(), side(binary, false, link));
      Condition other = read(binary.right(), side(binary, true, link));
      boolean plain = one instanceof Condition.Presence && other instanceof Condition.Presence;
      return plain
          ? new Condition.Presence(binary, link)
          : new Condition.All(binary, List.of(one, other));
    }
    return left || right
        ? inside(binary, left ? binary.left() : binary.right(), link, link)
        : new Condition.Presence(binary, link);
  }

  private static Condition ofAggregation(Aggregation aggregation, LabelLink link) {
    LabelLink inner =
        aggregation.operator().keepsSeries() ? link : link.grouped(aggregation.grouping());
    return inside(aggregation, aggregation.operand(), inner, link);
  }

  private static Condition ofCall(Call call, LabelLink link) {
    if (isAbsence(call)) {
      return new Condition.Absence(call, instant(call.arguments().getFirst()));
    }
    long vectors =
        call.arguments().stream()
            .filter(argument -> ValueTypes.of(argument) == ValueType.INSTANT_VECTOR)
            .count();
    // info() and the like are about more than one vector.
    if (vectors != 1
        || ValueTypes.of(call.arguments().getFirst()) != ValueType.INSTANT_VECTOR
        || call.function().returns() != ValueType.INSTANT_VECTOR) {
      return new Condition.Presence(call, link);
    }
    Expr vector = call.arguments().getFirst();
    boolean relabels = call.function().name().startsWith("label_");
    LabelLink inner =
        relabels && call.arguments().get(1) instanceof Expr.StringLiteral label
            ? link.dropping(List.of(label.value()))
            : link;
    return inside(call, vector, inner, link);
  }

  private static boolean isAbsence(Call call) {
    return call.function().name().equals("absent")
        || call.function().name().equals("absent_over_time");
  }

  private static Expr instant(Expr argument) {
    return switch (ExprWalk.unwrapped(argument)) {
      case Expr.RangeSelector range -> range.series();
      case Expr.Subquery subquery -> subquery.inner();
      case Expr other -> other;
    };
  }

  /// What the operand asks for; where that is nothing, the whole is what has to be there.
  private static Condition inside(Expr whole, Expr operand, LabelLink inner, LabelLink link) {
    Condition condition = read(operand, inner);
    return condition instanceof Condition.Presence
        ? new Condition.Presence(whole, link)
        : condition;
  }
}
