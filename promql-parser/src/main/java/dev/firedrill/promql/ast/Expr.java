package dev.firedrill.promql.ast;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.promql.type.FunctionSignature;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A PromQL expression. Every node keeps the [Span] of the text it was read from.
///
/// Consumers use a pattern-matching `switch` without a default, so that the compiler names what a
/// new kind of node breaks.
public sealed interface Expr {
  /// {@return the text this was read from}
  Span span();

  /// A number, or a duration standing for its seconds.
  ///
  /// @param duration whether it was written as a duration, and so is printed as one
  record NumberLiteral(double value, boolean duration, Span span) implements Expr {}

  /// A string, unquoted.
  record StringLiteral(String value, Span span) implements Expr {}

  /// An expression in parentheses.
  record Paren(Expr inner, Span span) implements Expr {}

  /// A sign before an expression. A sign before a literal is part of the literal.
  record Unary(Sign sign, Expr operand, Span span) implements Expr {}

  /// Two expressions joined by an operator.
  ///
  /// @param returnBool whether `bool` was given
  /// @param matching how the series of two vectors find each other; where nothing was written,
  ///     [VectorMatching#SET] for set operators and [VectorMatching#DEFAULT] for others. Says
  ///     nothing where a side is a scalar
  record Binary(
      BinaryOperator operator,
      boolean returnBool,
      VectorMatching matching,
      Expr left,
      Expr right,
      Span span)
      implements Expr {}

  /// An aggregation over the series of a vector.
  ///
  /// @param parameter the first argument of those that take two, such as `topk`; else null
  record Aggregation(
      AggregationOperator operator,
      Grouping grouping,
      @Nullable Expr parameter,
      Expr operand,
      Span span)
      implements Expr {}

  /// A function call.
  record Call(FunctionSignature function, List<Expr> arguments, Span span) implements Expr {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /// Anything that reads samples over time.
  sealed interface Selector extends Expr {}

  /// The latest sample of each matching series.
  ///
  /// @param name the metric name written before the braces; null where there is none
  /// @param matchers all matchers in the order written; the one on `__name__` that `name` stands
  ///     for comes last
  /// @param trusted true for the label selectors that `info()` takes, which may match everything
  record InstantSelector(
      @Nullable String name,
      List<LabelMatcher> matchers,
      Modifiers modifiers,
      boolean trusted,
      Span span)
      implements Selector {
    public InstantSelector {
      matchers = List.copyOf(matchers);
    }

    /// {@return this with other modifiers, which reach to the end of `span`}
    public InstantSelector with(Modifiers other, Span reach) {
      return new InstantSelector(name, matchers, other, trusted, reach);
    }

    /// {@return this as a list of labels for `info()`}
    public InstantSelector asTrusted() {
      return new InstantSelector(name, matchers, modifiers, true, span);
    }
  }

  /// The samples of each matching series within a range.
  ///
  /// @param series what is selected; offset and `@` written after the range stand in its modifiers
  record RangeSelector(InstantSelector series, DurationExpr range, Span span) implements Selector {}

  /// An expression evaluated at steps within a range.
  ///
  /// @param step null where none is written: the default evaluation interval
  record Subquery(
      Expr inner, DurationExpr range, @Nullable DurationExpr step, Modifiers modifiers, Span span)
      implements Selector {}
}
