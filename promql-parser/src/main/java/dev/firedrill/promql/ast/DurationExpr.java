package dev.firedrill.promql.ast;

import dev.firedrill.diagnostic.Span;
import org.jspecify.annotations.Nullable;

/// A duration in brackets or after `offset`: mostly a literal, else arithmetic over literals and
/// the step and range of the query.
public sealed interface DurationExpr {
  /// {@return the text this was read from, without parentheses around it}
  Span span();

  /// A number of seconds or a duration, with its sign.
  ///
  /// @param seconds may be negative in offsets and inside arithmetic
  /// @param duration whether it was written as a duration rather than as a number
  record Literal(double seconds, boolean duration, Span span) implements DurationExpr {
    /// {@return the duration in nanoseconds as Prometheus folds literals: rounded half away from
    ///     zero}
    public long nanos() {
      double nanos = seconds * 1e9;
      double whole = nanos < 0 ? Math.ceil(nanos) : Math.floor(nanos);
      return (long) (Math.abs(nanos - whole) >= 0.5 ? whole + Math.signum(nanos) : whole);
    }

    /// {@return the duration in milliseconds as Prometheus folds literals: the nanoseconds cut off}
    public long millis() {
      return nanos() / 1_000_000L;
    }
  }

  /// `step()`: the resolution of the query, 0 for an instant.
  record Step(Span span) implements DurationExpr {}

  /// `range()`: from the start to the end of the query.
  record Range(Span span) implements DurationExpr {}

  /// Arithmetic; a sign has no left side.
  ///
  /// @param wrapped whether parentheses stood around it
  record Operation(
      Operator operator,
      @Nullable DurationExpr left,
      DurationExpr right,
      boolean wrapped,
      Span span)
      implements DurationExpr {}

  /// What durations can be computed with.
  enum Operator {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    MODULO("%"),
    POWER("^"),
    MIN_OF("min_of"),
    MAX_OF("max_of");

    private final String symbol;

    Operator(String symbol) {
      this.symbol = symbol;
    }

    /// {@return the operator or function as written}
    public String symbol() {
      return symbol;
    }
  }
}
