package dev.firedrill.promql.print;

import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.promql.ast.DurationExpr;
import org.jspecify.annotations.Nullable;

/// Durations as text.
final class DurationText {
  private DurationText() {}

  /// {@return a duration given in seconds, such as `1m30s` or `-5m`}
  static String seconds(double seconds) {
    return PrometheusDuration.format(Math.round(seconds * 1e9) / 1_000_000L);
  }

  /// Appends a duration expression that stands alone: a literal there is a duration even where it
  /// was written as a number.
  static void appendTo(StringBuilder out, DurationExpr duration) {
    if (duration instanceof DurationExpr.Literal literal) {
      out.append(PrometheusDuration.format(literal.millis()));
    } else {
      appendOperand(out, duration);
    }
  }

  private static void appendOperand(StringBuilder out, DurationExpr duration) {
    switch (duration) {
      case DurationExpr.Literal literal ->
          out.append(
              literal.duration() ? seconds(literal.seconds()) : GoFloat.plain(literal.seconds()));
      case DurationExpr.Step _ -> out.append("step()");
      case DurationExpr.Range _ -> out.append("range()");
      case DurationExpr.Operation operation -> appendOperation(out, operation);
    }
  }

  private static void appendOperation(StringBuilder out, DurationExpr.Operation operation) {
    if (operation.wrapped()) {
      out.append('(');
    }
    DurationExpr left = operation.left();
    switch (operation.operator()) {
      case MIN_OF, MAX_OF -> appendCall(out, operation, left);
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO, POWER -> appendInfix(out, operation, left);
    }
    if (operation.wrapped()) {
      out.append(')');
    }
  }

  private static void appendCall(
      StringBuilder out, DurationExpr.Operation operation, @Nullable DurationExpr first) {
    out.append(operation.operator().symbol()).append('(');
    if (first != null) {
      appendOperand(out, first);
      out.append(", ");
    }
    appendOperand(out, operation.right());
    out.append(')');
  }

  // A plus sign has no effect, and Prometheus does not print it.
  private static void appendInfix(
      StringBuilder out, DurationExpr.Operation operation, @Nullable DurationExpr left) {
    if (left != null) {
      appendOperand(out, left);
      out.append(' ').append(operation.operator().symbol()).append(' ');
    } else if (operation.operator() == DurationExpr.Operator.SUBTRACT) {
      out.append('-');
    }
    appendOperand(out, operation.right());
  }
}
