package dev.firedrill.promql.ast;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.promql.ast.VectorMatching.Cardinality;
import dev.firedrill.promql.ast.VectorMatching.Compared;
import dev.firedrill.promql.type.FunctionSignature;
import dev.firedrill.promql.type.Functions;
import dev.firedrill.promql.type.ValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Makes expressions by throwing dice. Operands are put in parentheses where the text would else be
/// read as another tree.
final class RandomExpr {
  private static final Span NOWHERE = Span.at(0);
  private static final List<FunctionSignature> FUNCTIONS = List.copyOf(Functions.all());
  private static final int UNARY = 5;
  private static final int ATOM = 7;

  private final RandomParts parts;

  RandomExpr(Random random) {
    this.parts = new RandomParts(random);
  }

  Expr any(int depth) {
    return of(parts.pick(Arrays.asList(ValueType.values())), depth);
  }

  private Expr of(ValueType type, int depth) {
    return switch (type) {
      case SCALAR -> scalar(depth);
      case INSTANT_VECTOR -> vector(depth);
      case RANGE_VECTOR -> matrix(depth);
      case STRING -> string();
    };
  }

  private static Expr paren(Expr expr) {
    return new Expr.Paren(expr, NOWHERE);
  }

  private Expr string() {
    return new Expr.StringLiteral(parts.text(), NOWHERE);
  }

  Expr scalar(int depth) {
    return switch (depth == 0 ? 0 : parts.below(6)) {
      case 0, 1 -> number();
      case 2 -> paren(scalar(depth - 1));
      case 3 -> unary(scalar(depth - 1));
      case 4 -> call(ValueType.SCALAR, depth);
      default -> scalarBinary(depth);
    };
  }

  private Expr number() {
    return parts.chance(4)
        ? new Expr.NumberLiteral(parts.seconds(), true, NOWHERE)
        : new Expr.NumberLiteral(parts.number(), false, NOWHERE);
  }

  Expr vector(int depth) {
    return switch (depth == 0 ? 0 : parts.below(8)) {
      case 0, 1 -> parts.selector();
      case 2 -> paren(vector(depth - 1));
      case 3 -> unary(vector(depth - 1));
      case 4 -> call(ValueType.INSTANT_VECTOR, depth);
      case 5 -> aggregation(depth);
      case 6 -> mixedBinary(depth);
      default -> vectorBinary(depth);
    };
  }

  Expr matrix(int depth) {
    if (depth == 0 || parts.chance(2)) {
      return new Expr.RangeSelector(parts.selector(), parts.range(), NOWHERE);
    }
    Expr inner = vector(depth - 1);
    if (precedence(inner) < ATOM) {
      inner = paren(inner);
    }
    return new Expr.Subquery(
        inner,
        parts.range(),
        parts.chance(2) ? parts.range() : null,
        parts.modifiers(false),
        NOWHERE);
  }

  private Expr call(ValueType type, int depth) {
    List<FunctionSignature> fitting = FUNCTIONS.stream().filter(f -> f.returns() == type).toList();
    FunctionSignature function = parts.pick(fitting);
    int required = function.arguments().size() - (function.variadic() == 0 ? 0 : 1);
    int more = function.variadic() < 0 ? 3 : function.variadic();
    int count = function.variadic() == 0 ? required : required + parts.below(more + 1);
    List<Expr> arguments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean labels = function.name().equals("info") && i == 1;
      arguments.add(labels ? parts.labels() : of(function.argument(i), depth - 1));
    }
    return new Expr.Call(function, arguments, NOWHERE);
  }

  private Expr aggregation(int depth) {
    AggregationOperator operator = parts.pick(Arrays.asList(AggregationOperator.values()));
    ValueType parameter = operator.parameter();
    return new Expr.Aggregation(
        operator,
        parts.grouping(),
        parameter == null ? null : of(parameter, depth - 1),
        vector(depth - 1),
        NOWHERE);
  }

  private Expr unary(Expr operand) {
    Sign sign = parts.pick(Arrays.asList(Sign.values()));
    // A sign before a number is part of the number.
    boolean wrap = operand instanceof Expr.NumberLiteral || precedence(operand) < UNARY;
    return new Expr.Unary(sign, wrap ? paren(operand) : operand, NOWHERE);
  }

  private Expr scalarBinary(int depth) {
    BinaryOperator operator =
        parts.operator(BinaryOperator.Kind.ARITHMETIC, BinaryOperator.Kind.COMPARISON);
    return binary(
        operator,
        operator.isComparison(),
        VectorMatching.DEFAULT,
        scalar(depth - 1),
        scalar(depth - 1));
  }

  private Expr mixedBinary(int depth) {
    BinaryOperator operator =
        parts.operator(BinaryOperator.Kind.ARITHMETIC, BinaryOperator.Kind.COMPARISON);
    boolean bool = operator.isComparison() && parts.chance(2);
    Expr vector = vector(depth - 1);
    Expr scalar = scalar(depth - 1);
    return parts.chance(2)
        ? binary(operator, bool, VectorMatching.DEFAULT, vector, scalar)
        : binary(operator, bool, VectorMatching.DEFAULT, scalar, vector);
  }

  private Expr vectorBinary(int depth) {
    BinaryOperator operator = parts.operator(BinaryOperator.Kind.values());
    boolean bool = operator.isComparison() && parts.chance(3);
    return binary(operator, bool, matching(operator), vector(depth - 1), vector(depth - 1));
  }

  private VectorMatching matching(BinaryOperator operator) {
    Compared compared = parts.pick(Arrays.asList(Compared.values()));
    List<String> labels = compared == Compared.ALL ? List.of() : parts.labelNames();
    if (operator.isSet()) {
      return new VectorMatching(Cardinality.MANY_TO_MANY, compared, labels, List.of(), null, null);
    }
    Cardinality cardinality =
        compared == Compared.ALL || parts.chance(2)
            ? Cardinality.ONE_TO_ONE
            : parts.chance(2) ? Cardinality.MANY_TO_ONE : Cardinality.ONE_TO_MANY;
    List<String> include =
        cardinality == Cardinality.ONE_TO_ONE
            ? List.of()
            : parts.labelNames().stream().filter(label -> !labels.contains(label)).toList();
    return new VectorMatching(
        cardinality,
        compared,
        labels,
        include,
        parts.chance(4) ? parts.number() : null,
        parts.chance(4) ? parts.number() : null);
  }

  private static Expr binary(
      BinaryOperator operator, boolean bool, VectorMatching matching, Expr left, Expr right) {
    int precedence = precedence(operator);
    boolean power = operator == BinaryOperator.POWER;
    boolean wrapLeft = precedence(left) < precedence || (power && precedence(left) < ATOM);
    // Operators of one precedence group to the left, except for powers. A sign binds on its right.
    boolean sign = right instanceof Expr.Unary;
    boolean wrapRight =
        !sign && (power ? precedence(right) < precedence : precedence(right) <= precedence);
    return new Expr.Binary(
        operator,
        bool,
        matching,
        wrapLeft ? paren(left) : left,
        wrapRight && !(right instanceof Expr.NumberLiteral) ? paren(right) : right,
        NOWHERE);
  }

  private static int precedence(BinaryOperator operator) {
    return switch (operator) {
      case OR -> 0;
      case AND, UNLESS -> 1;
      case EQUAL,
          NOT_EQUAL,
          LESS,
          LESS_OR_EQUAL,
          GREATER,
          GREATER_OR_EQUAL,
          TRIM_UPPER,
          TRIM_LOWER ->
          2;
      case ADD, SUBTRACT -> 3;
      case MULTIPLY, DIVIDE, MODULO, ATAN2 -> 4;
      case POWER -> 6;
    };
  }

  private static int precedence(Expr expr) {
    return switch (expr) {
      case Expr.Binary binary -> precedence(binary.operator());
      case Expr.Unary _ -> UNARY;
      case Expr.NumberLiteral number -> isSigned(number.value()) ? UNARY : ATOM;
      case Expr.StringLiteral _,
          Expr.Paren _,
          Expr.Aggregation _,
          Expr.Call _,
          Expr.InstantSelector _,
          Expr.RangeSelector _,
          Expr.Subquery _ ->
          ATOM;
    };
  }

  // Infinity is printed with a sign either way.
  private static boolean isSigned(double value) {
    return value < 0 || 1 / value < 0 || value == Double.POSITIVE_INFINITY;
  }
}
