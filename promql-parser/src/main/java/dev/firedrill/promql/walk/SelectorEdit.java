package dev.firedrill.promql.walk;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Rebuilds an expression with other matchers in its selectors. Spans stay those of the text that
/// was read.
public final class SelectorEdit {
  private static final String NAME = "__name__";

  private SelectorEdit() {}

  /// {@return the expression with the matchers of every selector changed}
  ///
  /// @param edit takes the matchers of a selector; the one on the metric's name comes last where
  ///     the name is written before the braces
  public static Expr edit(Expr expr, UnaryOperator<List<LabelMatcher>> edit) {
    return ExprWalk.<Expr>fold(expr, (each, parts) -> rebuilt(each, parts, edit));
  }

  private static Expr rebuilt(Expr expr, List<Expr> parts, UnaryOperator<List<LabelMatcher>> edit) {
    return switch (expr) {
      case Expr.NumberLiteral _, Expr.StringLiteral _ -> expr;
      case InstantSelector s -> selector(s, edit);
      case Expr.Paren p -> new Expr.Paren(parts.getFirst(), p.span());
      case Expr.Unary u -> new Expr.Unary(u.sign(), parts.getFirst(), u.span());
      case Expr.Binary b ->
          new Expr.Binary(
              b.operator(), b.returnBool(), b.matching(), parts.get(0), parts.get(1), b.span());
      case Expr.Aggregation a ->
          new Expr.Aggregation(
              a.operator(),
              a.grouping(),
              parts.size() > 1 ? parts.getFirst() : null,
              parts.getLast(),
              a.span());
      case Expr.Call c -> new Expr.Call(c.function(), parts, c.span());
      case Expr.RangeSelector r ->
          new Expr.RangeSelector((InstantSelector) parts.getFirst(), r.range(), r.span());
      case Expr.Subquery s ->
          new Expr.Subquery(parts.getFirst(), s.range(), s.step(), s.modifiers(), s.span());
    };
  }

  private static InstantSelector selector(
      InstantSelector selector, UnaryOperator<List<LabelMatcher>> edit) {
    List<LabelMatcher> matchers = edit.apply(selector.matchers());
    return new InstantSelector(
        name(selector.name(), matchers),
        matchers,
        selector.modifiers(),
        selector.trusted(),
        selector.span());
  }

  /// The name stays before the braces as long as a matcher stands for it.
  private static @Nullable String name(@Nullable String written, List<LabelMatcher> matchers) {
    if (written == null) {
      return null;
    }
    for (LabelMatcher matcher : matchers) {
      boolean plain = matcher.operator() == LabelMatcher.Operator.EQUAL;
      if (matcher.name().equals(NAME) && plain && matcher.value().equals(written)) {
        return written;
      }
    }
    return null;
  }
}
