package dev.firedrill.engine;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.engine.function.GoMath;
import dev.firedrill.promql.ast.DurationExpr;
import org.jspecify.annotations.Nullable;

/// Computes the durations in brackets and after `offset`, which may refer to the query's step and
/// range.
final class Durations {
  private static final double LONGEST = 0x1p63 / 1e9;

  private final TimeGrid query;

  Durations(TimeGrid query) {
    this.query = query;
  }

  /// {@return a range or step in milliseconds}
  /// @throws EvaluationException if it is not above 0
  long positive(DurationExpr duration) {
    if (duration instanceof DurationExpr.Literal literal) {
      return literal.millis();
    }
    double seconds = checkedSeconds(duration);
    if (seconds <= 0) {
      throw error("duration must be greater than 0", duration.span());
    }
    return millis(seconds, duration);
  }

  /// {@return an offset in milliseconds, 0 where there is none}
  long offset(@Nullable DurationExpr duration) {
    return switch (duration) {
      case null -> 0;
      case DurationExpr.Literal literal -> literal.millis();
      case DurationExpr computed -> millis(checkedSeconds(computed), computed);
    };
  }

  private double checkedSeconds(DurationExpr duration) {
    double seconds = seconds(duration);
    if (!Double.isFinite(seconds)) {
      throw error("duration is NaN or infinite", duration.span());
    }
    return seconds;
  }

  private static long millis(double seconds, DurationExpr duration) {
    if (Math.abs(seconds) >= LONGEST) {
      throw error("duration is out of range", duration.span());
    }
    return (long) (seconds * 1000);
  }

  private double seconds(DurationExpr duration) {
    return switch (duration) {
      case DurationExpr.Literal literal -> literal.seconds();
      case DurationExpr.Step step -> query.isSingle() ? 0 : query.step() / 1000.0;
      case DurationExpr.Range range -> (query.end() - query.start()) / 1000.0;
      case DurationExpr.Operation operation -> compute(operation);
    };
  }

  private double compute(DurationExpr.Operation operation) {
    DurationExpr leftSide = operation.left();
    double right = seconds(operation.right());
    if (leftSide == null) {
      return operation.operator() == DurationExpr.Operator.SUBTRACT ? -right : right;
    }
    double left = seconds(leftSide);
    return switch (operation.operator()) {
      case ADD -> left + right;
      case SUBTRACT -> left - right;
      case MULTIPLY -> left * right;
      case DIVIDE -> left / nonZero(right, "division by zero", operation);
      case MODULO -> left % nonZero(right, "modulo by zero", operation);
      case POWER -> GoMath.pow(left, right);
      case MIN_OF -> GoMath.min(left, right);
      case MAX_OF -> GoMath.max(left, right);
    };
  }

  private static double nonZero(double divisor, String message, DurationExpr.Operation operation) {
    if (divisor == 0) {
      throw error(message, operation.span());
    }
    return divisor;
  }

  // Prometheus names the place by offsets within the expression, without line and column.
  private static EvaluationException error(String message, Span span) {
    return new EvaluationException(span.start() + ":" + span.end() + ": " + message, span);
  }
}
