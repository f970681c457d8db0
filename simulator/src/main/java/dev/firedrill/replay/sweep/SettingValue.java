package dev.firedrill.replay.sweep;

import dev.firedrill.labels.GoFormatException;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.Promql;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.replay.sweep.SweepAxis.Kind;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Values of settings: durations and numbers.
final class SettingValue {
  private SettingValue() {}

  /// {@return a duration in milliseconds; empty where it is none}
  static OptionalLong millis(String text) {
    try {
      return OptionalLong.of(PrometheusDuration.parseMillis(text));
    } catch (GoFormatException e) {
      return OptionalLong.empty();
    }
  }

  /// {@return a number as in an expression; empty where it is none}
  static OptionalDouble number(String text) {
    return Promql.parse(text) instanceof ParseResult.Parsed parsed
            && ExprWalk.unwrapped(parsed.expr()) instanceof Expr.NumberLiteral literal
        ? OptionalDouble.of(literal.value())
        : OptionalDouble.empty();
  }

  /// {@return whether two texts mean the same}
  static boolean same(Kind kind, String one, String other) {
    return one.equals(other) || meaning(kind, one).equals(meaning(kind, other));
  }

  /// {@return what a text means, equal for texts that mean the same; the text itself where it is no
  ///     value}
  static Object meaning(Kind kind, String text) {
    return switch (kind) {
      case FOR, KEEP_FIRING_FOR, RANGE -> {
        OptionalLong millis = millis(text);
        yield millis.isPresent() ? millis : text;
      }
      case NUMBER -> {
        OptionalDouble number = number(text);
        yield number.isPresent() ? number : text;
      }
    };
  }

  /// Says what is wrong with a value.
  ///
  /// @throws SweepException if it cannot be the value of a setting
  static void check(String key, Kind kind, String value) {
    boolean fits =
        switch (kind) {
          case FOR, KEEP_FIRING_FOR -> millis(value).isPresent();
          case RANGE -> millis(value).orElse(0) > 0;
          case NUMBER -> number(value).isPresent();
        };
    if (!fits) {
      String wanted =
          switch (kind) {
            case FOR, KEEP_FIRING_FOR -> "a duration, as 5m or 1h30m";
            case RANGE -> "a duration above nothing, as 5m or 1h30m";
            case NUMBER -> "a number, as 0.9 or 1e6";
          };
      throw new SweepException("--set " + key + ": '" + value + "' is not " + wanted);
    }
  }
}
