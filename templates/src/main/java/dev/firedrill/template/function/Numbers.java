package dev.firedrill.template.function;

import dev.firedrill.labels.GoFormatException;
import dev.firedrill.labels.GoNumber;
import dev.firedrill.template.value.Value;
import dev.firedrill.template.value.ValueFailure;

/// What Prometheus's functions take for a number.
final class Numbers {
  private static final double NANOS = 1e9;

  private Numbers() {}

  /// {@return a float, integer, duration (in seconds) or text as a number}
  static double of(Value value) {
    return switch (value) {
      case Value.Real number -> number.value();
      case Value.Int number when isPlain(number) ->
          number.unsigned() ? unsigned(number.value()) : number.value();
      case Value.Text text when text.type().equals("string") -> parsed(text.value());
      case Value.Duration duration when !duration.type().startsWith("*") ->
          seconds(duration.nanos());
      case Value.Missing _, Value.Nil _ -> throw new ValueFailure("can't convert <nil> to float");
      default -> throw new ValueFailure("can't convert " + value.type() + " to float");
    };
  }

  private static boolean isPlain(Value.Int number) {
    return switch (number.type()) {
      case "int", "int64", "uint", "uint64" -> true;
      default -> false;
    };
  }

  private static double unsigned(long bits) {
    // Halved with the lost bit kept, so that rounding happens once.
    return bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0;
  }

  private static double parsed(String text) {
    try {
      return GoNumber.parseFloat(text);
    } catch (GoFormatException e) {
      throw new ValueFailure(String.valueOf(e.getMessage()));
    }
  }

  /// {@return seconds as Go's `Duration.Seconds` computes them}
  static double seconds(long nanos) {
    long whole = nanos / 1_000_000_000L;
    return (double) whole + (double) (nanos % 1_000_000_000L) / NANOS;
  }

  /// {@return a float as an integer; what does not fit becomes the least, as on amd64}
  static long integer(double value) {
    return value >= -0x1p63 && value < 0x1p63 ? (long) value : Long.MIN_VALUE;
  }
}
