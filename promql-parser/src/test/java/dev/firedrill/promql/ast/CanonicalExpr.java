package dev.firedrill.promql.ast;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.walk.ExprWalk;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Expressions without what has no meaning, so that those which mean the same are equal: no places,
/// matchers in one order, durations in one unit, empty lists of labels as if they were not written.
public final class CanonicalExpr {
  private static final Span NOWHERE = Span.at(0);

  private CanonicalExpr() {}

  /// {@return the expression as all of the same meaning are written}
  public static Expr of(Expr expr) {
    return ExprWalk.fold(expr, CanonicalExpr::rebuilt);
  }

  private static Expr rebuilt(Expr node, List<Expr> parts) {
    return switch (node) {
      case Expr.NumberLiteral n -> new Expr.NumberLiteral(n.value(), n.duration(), NOWHERE);
      case Expr.StringLiteral s -> new Expr.StringLiteral(s.value(), NOWHERE);
      case InstantSelector s ->
          new InstantSelector(
              s.name(), sorted(s.matchers()), of(s.modifiers()), s.trusted(), NOWHERE);
      case Expr.RangeSelector r ->
          new Expr.RangeSelector((InstantSelector) parts.getFirst(), alone(r.range()), NOWHERE);
      case Expr.Paren _ -> new Expr.Paren(parts.getFirst(), NOWHERE);
      case Expr.Unary u -> new Expr.Unary(u.sign(), parts.getFirst(), NOWHERE);
      case Expr.Binary b ->
          new Expr.Binary(
              b.operator(), b.returnBool(), of(b.matching()), parts.get(0), parts.get(1), NOWHERE);
      case Expr.Aggregation a ->
          new Expr.Aggregation(
              a.operator(),
              of(a.grouping()),
              a.parameter() == null ? null : parts.getFirst(),
              parts.getLast(),
              NOWHERE);
      case Expr.Call c -> new Expr.Call(c.function(), parts, NOWHERE);
      case Expr.Subquery s ->
          new Expr.Subquery(
              parts.getFirst(),
              alone(s.range()),
              s.step() == null ? null : alone(s.step()),
              of(s.modifiers()),
              NOWHERE);
    };
  }

  private static List<LabelMatcher> sorted(List<LabelMatcher> matchers) {
    return matchers.stream().sorted(Comparator.comparing(LabelMatcher::toString)).toList();
  }

  private static Grouping of(Grouping grouping) {
    return grouping.labels().isEmpty() && !grouping.without() ? Grouping.ALL : grouping;
  }

  private static VectorMatching of(VectorMatching matching) {
    boolean all = matching.labels().isEmpty() && !matching.on();
    return new VectorMatching(
        matching.cardinality(),
        all ? VectorMatching.Compared.ALL : matching.compared(),
        matching.labels(),
        matching.include(),
        matching.fillLeft(),
        matching.fillRight());
  }

  private static Modifiers of(Modifiers modifiers) {
    DurationExpr offset = modifiers.offset();
    boolean none = offset == null || (offset instanceof DurationExpr.Literal l && l.millis() == 0);
    return new Modifiers(
        modifiers.at(), none || offset == null ? null : alone(offset), modifiers.edges());
  }

  // Not inside arithmetic, where a plain number is as good as a duration.
  private static DurationExpr alone(DurationExpr duration) {
    return duration instanceof DurationExpr.Literal literal
        ? new DurationExpr.Literal(literal.millis() / 1000.0, true, NOWHERE)
        : of(duration);
  }

  private static DurationExpr of(DurationExpr duration) {
    return switch (duration) {
      case DurationExpr.Literal l -> new DurationExpr.Literal(l.seconds(), l.duration(), NOWHERE);
      case DurationExpr.Step _ -> new DurationExpr.Step(NOWHERE);
      case DurationExpr.Range _ -> new DurationExpr.Range(NOWHERE);
      case DurationExpr.Operation o -> of(o, o.left());
    };
  }

  private static DurationExpr of(DurationExpr.Operation operation, @Nullable DurationExpr left) {
    boolean plus = left == null && operation.operator() == DurationExpr.Operator.ADD;
    if (plus && !operation.wrapped()) {
      return of(operation.right());
    }
    return new DurationExpr.Operation(
        operation.operator(),
        left == null ? null : of(left),
        of(operation.right()),
        operation.wrapped(),
        NOWHERE);
  }
}
