package dev.firedrill.promql.walk;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.LabelNames;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Changes a matcher in every selector of an expression, as `promtool promql label-matchers` does.
///
/// The spans of the new tree are those of the old one: print it and parse it again where places
/// matter. Taking matchers away may leave a selector that Prometheus refuses since it matches
/// everything; parsing the printed text tells.
public final class LabelMatcherEdit {
  private LabelMatcherEdit() {}

  /// {@return `expr` with `matcher` in place of every matcher on the same label, or added where
  ///     there is none}
  public static Expr set(Expr expr, LabelMatcher matcher) {
    return onSelectors(expr, selector -> with(selector, replaced(selector.matchers(), matcher)));
  }

  /// {@return `expr` without matchers on a label}
  public static Expr delete(Expr expr, String label) {
    return onSelectors(
        expr,
        selector ->
            with(
                selector,
                selector.matchers().stream().filter(m -> !m.name().equals(label)).toList()));
  }

  /// {@return `expr` with every instant selector mapped, those inside ranges too}
  public static Expr onSelectors(Expr expr, UnaryOperator<InstantSelector> change) {
    return ExprWalk.fold(expr, (node, parts) -> rebuilt(node, parts, change));
  }

  private static List<LabelMatcher> replaced(List<LabelMatcher> matchers, LabelMatcher matcher) {
    List<LabelMatcher> changed = new ArrayList<>(matchers);
    boolean found = false;
    for (int i = 0; i < changed.size(); i++) {
      if (changed.get(i).name().equals(matcher.name())) {
        changed.set(i, matcher);
        found = true;
      }
    }
    if (!found) {
      changed.add(matcher);
    }
    return changed;
  }

  // The name before the braces stands for a matcher, so it must go or change with it.
  private static InstantSelector with(InstantSelector selector, List<LabelMatcher> matchers) {
    String name = selector.name() == null ? null : plainName(matchers);
    return new InstantSelector(
        name, matchers, selector.modifiers(), selector.trusted(), selector.span());
  }

  private static @Nullable String plainName(List<LabelMatcher> matchers) {
    for (LabelMatcher matcher : matchers) {
      if (matcher.name().equals(Labels.METRIC_NAME)) {
        boolean plain =
            matcher.operator() == LabelMatcher.Operator.EQUAL
                && LabelNames.isLegacyMetric(matcher.value());
        return plain ? matcher.value() : null;
      }
    }
    return null;
  }

  private static Expr rebuilt(Expr node, List<Expr> parts, UnaryOperator<InstantSelector> change) {
    return switch (node) {
      case Expr.NumberLiteral _, Expr.StringLiteral _ -> node;
      case InstantSelector selector -> change.apply(selector);
      case Expr.RangeSelector r ->
          new Expr.RangeSelector((InstantSelector) parts.getFirst(), r.range(), r.span());
      case Expr.Paren p -> new Expr.Paren(parts.getFirst(), p.span());
      case Expr.Unary u -> new Expr.Unary(u.sign(), parts.getFirst(), u.span());
      case Expr.Binary b ->
          new Expr.Binary(
              b.operator(), b.returnBool(), b.matching(), parts.get(0), parts.get(1), b.span());
      case Expr.Aggregation a ->
          new Expr.Aggregation(
              a.operator(),
              a.grouping(),
              a.parameter() == null ? null : parts.getFirst(),
              parts.getLast(),
              a.span());
      case Expr.Call c -> new Expr.Call(c.function(), parts, c.span());
      case Expr.Subquery s ->
          new Expr.Subquery(parts.getFirst(), s.range(), s.step(), s.modifiers(), s.span());
    };
  }
}
