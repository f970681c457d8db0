package dev.firedrill.promql.walk;

import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Aggregation;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/// Walks over expressions that need no stack, however long the chains of operators are.
public final class ExprWalk {
  private ExprWalk() {}

  /// {@return the expressions that `expr` is made of, in the order of the text}
  public static List<Expr> children(Expr expr) {
    return switch (expr) {
      case Expr.NumberLiteral _, Expr.StringLiteral _, InstantSelector _ -> List.of();
      case Expr.Paren p -> List.of(p.inner());
      case Expr.Unary u -> List.of(u.operand());
      case Expr.Binary b -> List.of(b.left(), b.right());
      case Aggregation a -> {
        Expr parameter = a.parameter();
        yield parameter == null ? List.of(a.operand()) : List.of(parameter, a.operand());
      }
      case Expr.Call c -> c.arguments();
      case Expr.RangeSelector r -> List.of(r.series());
      case Expr.Subquery s -> List.of(s.inner());
    };
  }

  /// {@return an expression with other parts}
  ///
  /// @param parts as many as there are [#children], in their order
  public static Expr withChildren(Expr expr, List<Expr> parts) {
    return switch (expr) {
      case Expr.NumberLiteral _, Expr.StringLiteral _, InstantSelector _ -> expr;
      case Expr.Paren p -> new Expr.Paren(parts.getFirst(), p.span());
      case Expr.Unary u -> new Expr.Unary(u.sign(), parts.getFirst(), u.span());
      case Expr.Binary b ->
          new Expr.Binary(
              b.operator(), b.returnBool(), b.matching(), parts.get(0), parts.get(1), b.span());
      case Aggregation a ->
          new Aggregation(
              a.operator(),
              a.grouping(),
              a.parameter() == null ? null : parts.getFirst(),
              parts.getLast(),
              a.span());
      case Expr.Call c -> new Expr.Call(c.function(), parts, c.span());
      case Expr.RangeSelector r ->
          new Expr.RangeSelector((InstantSelector) parts.getFirst(), r.range(), r.span());
      case Expr.Subquery s ->
          new Expr.Subquery(parts.getFirst(), s.range(), s.step(), s.modifiers(), s.span());
    };
  }

  /// {@return an expression without the parentheses around it}
  public static Expr unwrapped(Expr expr) {
    Expr inner = expr;
    while (inner instanceof Expr.Paren paren) {
      inner = paren.inner();
    }
    return inner;
  }

  /// Visits `expr` and all below it, each before its parts, in the order of the text.
  public static void forEach(Expr expr, Consumer<Expr> visitor) {
    Deque<Expr> pending = new ArrayDeque<>();
    pending.push(expr);
    while (!pending.isEmpty()) {
      Expr next = pending.pop();
      visitor.accept(next);
      List<Expr> children = children(next);
      for (int i = children.size() - 1; i >= 0; i--) {
        pending.push(children.get(i));
      }
    }
  }

  /// {@return `expr` and all below it, each before its parts, in the order of the text}
  public static List<Expr> all(Expr expr) {
    List<Expr> all = new ArrayList<>();
    forEach(expr, all::add);
    return all;
  }

  /// {@return all instant selectors, those inside ranges included, in the order of the text
  ///     (Prometheus's `ExtractSelectors`)}
  public static List<InstantSelector> selectors(Expr expr) {
    List<InstantSelector> selectors = new ArrayList<>();
    forEach(
        expr,
        each -> {
          if (each instanceof InstantSelector selector) {
            selectors.add(selector);
          }
        });
    return selectors;
  }

  /// {@return what `combine` makes of an expression and of what it made of each of its parts, from
  ///     the leaves up}
  ///
  /// @param combine takes an expression and the results of its [#children], in their order
  public static <T> T fold(Expr expr, BiFunction<? super Expr, ? super List<T>, T> combine) {
    Deque<Expr> pending = new ArrayDeque<>(all(expr));
    Deque<T> results = new ArrayDeque<>();
    while (!pending.isEmpty()) {
      // From the last to the first, so that all parts of an expression come before it.
      Expr next = pending.removeLast();
      int parts = children(next).size();
      List<T> made = new ArrayList<>(parts);
      for (int i = 0; i < parts; i++) {
        made.add(results.pop());
      }
      results.push(combine.apply(next, Collections.unmodifiableList(made)));
    }
    return results.pop();
  }

  /// {@return for each expression below `root` the one that it is a part of; by identity, since
  ///     equal expressions may stand in several places}
  public static IdentityHashMap<Expr, Expr> parents(Expr root) {
    IdentityHashMap<Expr, Expr> parents = new IdentityHashMap<>();
    forEach(root, each -> children(each).forEach(child -> parents.put(child, each)));
    return parents;
  }
}
