package dev.firedrill.promql.flow;

import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Aggregation;
import dev.firedrill.promql.ast.Expr.Binary;
import dev.firedrill.promql.ast.Expr.Call;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.ast.Expr.NumberLiteral;
import dev.firedrill.promql.ast.Expr.Paren;
import dev.firedrill.promql.ast.Expr.RangeSelector;
import dev.firedrill.promql.ast.Expr.StringLiteral;
import dev.firedrill.promql.ast.Expr.Subquery;
import dev.firedrill.promql.ast.Expr.Unary;
import dev.firedrill.promql.ast.Sign;
import dev.firedrill.promql.flow.LabelFlow.Carried;
import dev.firedrill.promql.type.ValueType;
import dev.firedrill.promql.walk.ExprWalk;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What is known of an expression and of each of its parts without data: one pass, from the leaves
/// up.
public final class Flow {
  private final Expr root;
  private final IdentityHashMap<Expr, Facts> facts = new IdentityHashMap<>();
  private final MetricFacts metrics;

  private Flow(Expr root, MetricFacts metrics) {
    this.root = root;
    this.metrics = metrics;
  }

  /// {@return what is known of an expression's parts where of metrics only names are known}
  ///
  /// @param root as parsed
  public static Flow byNames(Expr root) {
    return of(root, selector -> Optional.empty());
  }

  /// {@return what is known of an expression}
  ///
  /// @param metrics what is known of the series it reads
  public static Flow of(Expr root, MetricFacts metrics) {
    Flow flow = new Flow(root, metrics);
    ExprWalk.<Facts>fold(root, flow::note);
    return flow;
  }

  /// {@return the expression}
  public Expr root() {
    return root;
  }

  /// {@return what is known of the whole}
  public Facts facts() {
    return of(root);
  }

  /// {@return what is known of a part}
  public Facts of(Expr part) {
    return Objects.requireNonNull(facts.get(part), "not a part of this expression");
  }

  /// {@return the part at which a label is lost that the series below it may carry; empty where the
  ///     whole may carry the label, or nothing ever does}
  public Optional<Expr> lost(String label) {
    Expr part = root;
    while (of(part).labels().of(label) == Carried.NEVER) {
      Expr carrier = null;
      for (Expr child : ExprWalk.children(part)) {
        Facts known = of(child);
        boolean series = known.type() != ValueType.SCALAR && known.type() != ValueType.STRING;
        if (series && known.labels().of(label) != Carried.NEVER) {
          return Optional.of(part);
        }
        carrier = series && carrier == null ? child : carrier;
      }
      if (carrier == null) {
        return Optional.of(part);
      }
      part = carrier;
    }
    return Optional.empty();
  }

  private Facts note(Expr expr, List<Facts> parts) {
    Facts known = known(expr, parts);
    facts.put(expr, known);
    return known;
  }

  private Facts known(Expr expr, List<Facts> parts) {
    return switch (expr) {
      case NumberLiteral number ->
          Facts.scalar(
              number.duration() ? Unit.SECONDS : Unit.NUMBER, ValueRange.of(number.value()));
      case StringLiteral _ -> Facts.scalar(Unit.UNKNOWN, ValueRange.ANY).withType(ValueType.STRING);
      case Paren _ -> parts.getFirst();
      case Unary unary -> ofSign(unary, parts.getFirst());
      case InstantSelector selector -> SelectorFacts.of(selector, metrics);
      case RangeSelector _, Subquery _ -> parts.getFirst().withType(ValueType.RANGE_VECTOR);
      case Aggregation aggregation -> AggregationFacts.of(aggregation, parts.getLast());
      case Call call -> CallFacts.of(call, parts);
      case Binary binary -> BinaryFacts.of(binary, parts.getFirst(), parts.getLast());
    };
  }

  private static Facts ofSign(Unary unary, Facts operand) {
    if (unary.sign() == Sign.PLUS) {
      return operand;
    }
    ValueRange range = operand.range();
    return operand
        .withLabels(operand.labels().withoutName())
        .withKind(MetricKind.UNKNOWN)
        .withRange(range.isEmpty() ? range : new ValueRange(-range.max(), -range.min()));
  }
}
