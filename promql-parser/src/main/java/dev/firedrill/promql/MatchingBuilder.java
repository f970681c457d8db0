package dev.firedrill.promql;

import dev.firedrill.promql.ast.BinaryOperator;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.VectorMatching;
import dev.firedrill.promql.ast.VectorMatching.Cardinality;
import dev.firedrill.promql.ast.VectorMatching.Compared;
import dev.firedrill.promql.grammar.PromqlParser;
import dev.firedrill.promql.grammar.PromqlParser.BinaryContext;
import dev.firedrill.promql.grammar.PromqlParser.FillContext;
import dev.firedrill.promql.grammar.PromqlParser.FillValueContext;
import dev.firedrill.promql.grammar.PromqlParser.LabelsContext;
import dev.firedrill.promql.grammar.PromqlParser.MatchingContext;
import dev.firedrill.promql.grammar.PromqlParser.VectorMatchingContext;
import dev.firedrill.promql.type.ValueType;
import dev.firedrill.promql.type.ValueTypes;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/// Builds binary expressions and how their sides find each other.
final class MatchingBuilder {
  private final Literals literals;
  private final SelectorBuilder selectors;
  private final ParseOptions options;
  private final Problems problems;

  MatchingBuilder(
      Literals literals, SelectorBuilder selectors, ParseOptions options, Problems problems) {
    this.literals = literals;
    this.selectors = selectors;
    this.options = options;
    this.problems = problems;
  }

  Expr binary(Expr left, BinaryContext context, Expr right) {
    BinaryOperator operator = operator(context.operator);
    MatchingContext written = context.matching();
    VectorMatching matching = matching(written, operator);
    if (matching.compared() != Compared.ALL
        && matching.labels().isEmpty()
        && !areVectors(left, right)) {
      // Prometheus forgets an empty list between what are not two vectors.
      matching =
          new VectorMatching(
              matching.cardinality(),
              Compared.ALL,
              List.of(),
              matching.include(),
              matching.fillLeft(),
              matching.fillRight());
    }
    boolean returnBool = written.returnBool != null;
    return new Expr.Binary(
        operator, returnBool, matching, left, right, left.span().to(right.span()));
  }

  private static boolean areVectors(Expr left, Expr right) {
    return ValueTypes.of(left) == ValueType.INSTANT_VECTOR
        && ValueTypes.of(right) == ValueType.INSTANT_VECTOR;
  }

  private VectorMatching matching(MatchingContext context, BinaryOperator operator) {
    VectorMatchingContext vectors = context.vectorMatching();
    VectorMatching none = operator.isSet() ? VectorMatching.SET : VectorMatching.DEFAULT;
    VectorMatching matching = vectors == null ? none : matching(vectors, none.cardinality());
    FillContext fill = context.fill();
    return fill == null ? matching : fill(fill, matching);
  }

  private VectorMatching matching(VectorMatchingContext context, Cardinality otherwise) {
    boolean on = context.compared.getType() == PromqlParser.ON;
    List<String> labels = selectors.labels(context.on);
    LabelsContext included = context.include;
    return new VectorMatching(
        cardinality(context.side, otherwise),
        on ? Compared.ON : Compared.IGNORING,
        labels,
        included == null ? List.of() : selectors.labels(included),
        null,
        null);
  }

  private static Cardinality cardinality(@Nullable Token side, Cardinality otherwise) {
    if (side == null) {
      return otherwise;
    }
    return side.getType() == PromqlParser.GROUP_LEFT
        ? Cardinality.MANY_TO_ONE
        : Cardinality.ONE_TO_MANY;
  }

  private VectorMatching fill(FillContext context, VectorMatching matching) {
    if (!options.allows(ParseOptions.Feature.BINARY_FILL_MODIFIERS)) {
      problems.add(Spans.of(context), "binop fill modifiers are experimental and not enabled");
    }
    FillValueContext both = context.both;
    FillValueContext left = both == null ? context.left : both;
    FillValueContext right = both == null ? context.right : both;
    return new VectorMatching(
        matching.cardinality(),
        matching.compared(),
        matching.labels(),
        matching.include(),
        left == null ? null : Double.valueOf(value(left)),
        right == null ? null : Double.valueOf(value(right)));
  }

  private double value(FillValueContext context) {
    Token sign = context.sign;
    double value = literals.number(context.literal);
    return sign != null && sign.getType() == PromqlParser.SUBTRACT ? -value : value;
  }

  static BinaryOperator operator(Token token) {
    return switch (token.getType()) {
      case PromqlParser.OR -> BinaryOperator.OR;
      case PromqlParser.AND -> BinaryOperator.AND;
      case PromqlParser.UNLESS -> BinaryOperator.UNLESS;
      case PromqlParser.EQUAL_TO -> BinaryOperator.EQUAL;
      case PromqlParser.NOT_EQUAL -> BinaryOperator.NOT_EQUAL;
      case PromqlParser.LESS -> BinaryOperator.LESS;
      case PromqlParser.LESS_OR_EQUAL -> BinaryOperator.LESS_OR_EQUAL;
      case PromqlParser.GREATER -> BinaryOperator.GREATER;
      case PromqlParser.GREATER_OR_EQUAL -> BinaryOperator.GREATER_OR_EQUAL;
      case PromqlParser.TRIM_UPPER -> BinaryOperator.TRIM_UPPER;
      case PromqlParser.TRIM_LOWER -> BinaryOperator.TRIM_LOWER;
      case PromqlParser.ADD -> BinaryOperator.ADD;
      case PromqlParser.SUBTRACT -> BinaryOperator.SUBTRACT;
      case PromqlParser.MULTIPLY -> BinaryOperator.MULTIPLY;
      case PromqlParser.DIVIDE -> BinaryOperator.DIVIDE;
      case PromqlParser.MODULO -> BinaryOperator.MODULO;
      case PromqlParser.ATAN2 -> BinaryOperator.ATAN2;
      case PromqlParser.POWER -> BinaryOperator.POWER;
      default -> throw new IllegalStateException("not a binary operator: " + token);
    };
  }
}
