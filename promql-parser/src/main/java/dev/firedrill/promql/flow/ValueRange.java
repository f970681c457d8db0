package dev.firedrill.promql.flow;

import dev.firedrill.promql.ast.BinaryOperator;

/// Between which bounds the values of an expression lie, NaN aside; both bounds included.
///
/// @param min may be -Inf
/// @param max may be +Inf
public record ValueRange(double min, double max) {
  /// Nothing is known.
  public static final ValueRange ANY =
      new ValueRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /// Zero and above.
  public static final ValueRange NOT_NEGATIVE = new ValueRange(0, Double.POSITIVE_INFINITY);

  /// From zero to one.
  public static final ValueRange UNIT = new ValueRange(0, 1);

  /// No value at all.
  public static final ValueRange EMPTY =
      new ValueRange(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

  /// {@return the range of one value; anything for NaN}
  public static ValueRange of(double value) {
    return Double.isNaN(value) ? ANY : new ValueRange(value, value);
  }

  /// {@return whether nothing is known}
  public boolean isAny() {
    return equals(ANY);
  }

  /// {@return whether there is just one value}
  public boolean isConstant() {
    return min == max;
  }

  /// {@return whether no value is possible}
  public boolean isEmpty() {
    return min > max;
  }

  /// {@return whether a value may lie in both}
  public boolean meets(ValueRange other) {
    return min <= other.max && other.min <= max;
  }

  /// {@return the values that lie in both}
  public ValueRange and(ValueRange other) {
    double least = Math.max(min, other.min);
    double greatest = Math.min(max, other.max);
    ValueRange both = new ValueRange(least, greatest);
    return both.isEmpty() ? EMPTY : both;
  }

  /// {@return a range that has the values of both}
  public ValueRange or(ValueRange other) {
    return new ValueRange(Math.min(min, other.min), Math.max(max, other.max));
  }

  /// {@return the values that satisfy a comparison with a number; all of them for `!=`}
  public static ValueRange satisfying(BinaryOperator comparison, double number) {
    return switch (comparison) {
      case EQUAL -> of(number);
      case GREATER -> new ValueRange(Math.nextUp(number), Double.POSITIVE_INFINITY);
      case GREATER_OR_EQUAL -> new ValueRange(number, Double.POSITIVE_INFINITY);
      case LESS -> new ValueRange(Double.NEGATIVE_INFINITY, Math.nextDown(number));
      case LESS_OR_EQUAL -> new ValueRange(Double.NEGATIVE_INFINITY, number);
      default -> ANY;
    };
  }

  /// {@return the values of these and those of `other`, each joined by an arithmetic operator}
  public ValueRange apply(BinaryOperator operator, ValueRange other) {
    if (isEmpty() || other.isEmpty()) {
      return EMPTY;
    }
    return switch (operator) {
      case ADD -> bounds(min + other.min, max + other.max);
      case SUBTRACT -> bounds(min - other.max, max - other.min);
      case MULTIPLY -> times(other);
      case DIVIDE -> dividedBy(other);
      case MODULO -> min >= 0 ? new ValueRange(0, max) : ANY;
      case ATAN2 -> new ValueRange(-Math.PI, Math.PI);
      default -> ANY;
    };
  }

  private ValueRange times(ValueRange other) {
    return corners(
        product(min, other.min),
        product(min, other.max),
        product(max, other.min),
        product(max, other.max));
  }

  private ValueRange dividedBy(ValueRange other) {
    if (other.min <= 0 && other.max >= 0) {
      return min >= 0 && other.min >= 0 ? NOT_NEGATIVE : ANY;
    }
    return corners(min / other.min, min / other.max, max / other.min, max / other.max);
  }

  // A bound at infinity stands for "however large", so zero times it is zero.
  private static double product(double a, double b) {
    return a == 0 || b == 0 ? 0 : a * b;
  }

  private static ValueRange corners(double... values) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      if (Double.isNaN(value)) {
        return ANY;
      }
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
    return bounds(least, greatest);
  }

  private static ValueRange bounds(double least, double greatest) {
    return new ValueRange(
        Double.isNaN(least) ? Double.NEGATIVE_INFINITY : least,
        Double.isNaN(greatest) ? Double.POSITIVE_INFINITY : greatest);
  }
}
