package dev.firedrill.rules.run;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.VectorMatching;
import dev.firedrill.promql.type.ValueType;
import dev.firedrill.promql.type.ValueTypes;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.rules.LabelText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Tells which rules may fail when they are evaluated, by their expressions alone: those that match
/// vectors on some labels, change labels, take names away from several metrics, or have a limit.
final class RuleRisk {
  private RuleRisk() {}

  /// {@return whether an evaluation may fail}
  ///
  /// @param labelNames of the series that rules read
  static boolean mayFail(RuleNode node, Set<String> labelNames) {
    Located<Integer> limit = node.group().limit();
    boolean limited = limit != null && limit.value() > 0;
    boolean[] risky = {limited || labelsMayMeet(node, labelNames)};
    ExprWalk.forEach(node.expr(), part -> risky[0] |= isRisky(part));
    return risky[0];
  }

  // Labels written over those of series make series the same that differed in nothing else.
  private static boolean labelsMayMeet(RuleNode node, Set<String> labelNames) {
    if (isGrouped(node.expr())) {
      return false;
    }
    List<LabelText> written = new ArrayList<>(node.group().labels());
    written.addAll(node.rule().labels());
    return !isOneMetric(node.expr())
        || written.stream().anyMatch(label -> labelNames.contains(label.name().value()));
  }

  private static boolean isRisky(Expr expr) {
    return switch (expr) {
      case Expr.Binary binary when !binary.operator().isSet() -> isRisky(binary);
      case Expr.Call call ->
          call.function().name().equals("label_replace")
              || call.function().name().equals("label_join")
              || call.arguments().stream().anyMatch(argument -> !isOneMetric(argument));
      case Expr.Unary unary -> !isOneMetric(unary.operand());
      case Expr.NumberLiteral _,
          Expr.StringLiteral _,
          Expr.Paren _,
          Expr.Binary _,
          Expr.Aggregation _,
          Expr.Selector _ ->
          false;
    };
  }

  private static boolean isRisky(Expr.Binary binary) {
    if (!isOneMetric(binary.left()) || !isOneMetric(binary.right())) {
      return true;
    }
    boolean vectors = !isScalar(binary.left()) && !isScalar(binary.right());
    boolean whole =
        binary.matching().compared() == VectorMatching.Compared.ALL
            && binary.matching().cardinality() == VectorMatching.Cardinality.ONE_TO_ONE;
    return vectors && !whole && !(isSingle(binary.left()) && isSingle(binary.right()));
  }

  private static boolean isScalar(Expr expr) {
    return ValueTypes.of(expr) == ValueType.SCALAR;
  }

  /// Whether no two series differ in their metric names alone.
  private static boolean isOneMetric(Expr expr) {
    return switch (expr) {
      case Expr.InstantSelector selector ->
          selector.matchers().stream()
              .anyMatch(
                  matcher ->
                      matcher.name().equals(Labels.METRIC_NAME)
                          && matcher.operator() == LabelMatcher.Operator.EQUAL);
      case Expr.RangeSelector range -> isOneMetric(range.series());
      case Expr.Subquery subquery -> isOneMetric(subquery.inner());
      case Expr.Paren paren -> isOneMetric(paren.inner());
      case Expr.Binary binary when binary.operator().isSet() ->
          isOneMetric(binary.left()) && !binary.operator().symbol().equals("or");
      case Expr.Binary _,
          Expr.NumberLiteral _,
          Expr.StringLiteral _,
          Expr.Unary _,
          Expr.Aggregation _,
          Expr.Call _ ->
          true;
    };
  }

  private static boolean isSingle(Expr expr) {
    return switch (expr) {
      case Expr.Paren paren -> isSingle(paren.inner());
      case Expr.Aggregation aggregation -> isGrouped(aggregation) && isUngrouped(aggregation);
      case Expr.Binary _,
          Expr.NumberLiteral _,
          Expr.StringLiteral _,
          Expr.Unary _,
          Expr.Call _,
          Expr.Selector _ ->
          isScalar(expr);
    };
  }

  private static boolean isUngrouped(Expr.Aggregation aggregation) {
    return !aggregation.grouping().without() && aggregation.grouping().labels().isEmpty();
  }

  /// Whether all labels of the result are those that an aggregation was asked to keep.
  private static boolean isGrouped(Expr expr) {
    return switch (expr) {
      case Expr.Paren paren -> isGrouped(paren.inner());
      case Expr.Aggregation aggregation ->
          aggregation.parameter() == null && !aggregation.grouping().without();
      case Expr.Binary binary -> isGrouped(binary.left()) || isGrouped(binary.right());
      case Expr.NumberLiteral _, Expr.StringLiteral _ -> false;
      case Expr.Unary unary -> isGrouped(unary.operand());
      case Expr.Call _, Expr.Selector _ -> false;
    };
  }
}
