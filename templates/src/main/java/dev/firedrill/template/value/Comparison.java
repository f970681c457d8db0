package dev.firedrill.template.value;

import dev.firedrill.labels.Utf8Order;

/// `eq` and `lt` as Go's templates have them; the other comparisons are made of these two.
public final class Comparison {
  private static final String INCOMPATIBLE = "incompatible types for comparison";
  private static final String INVALID = "invalid type for comparison";

  private Comparison() {}

  private enum Kind {
    BOOL,
    COMPLEX,
    INT,
    FLOAT,
    STRING,
    UINT,
    NONE
  }

  /// {@return whether two values are equal}
  /// @throws ValueFailure where Go cannot compare them: integers with floats, slices, maps
  public static boolean equal(Value left, Value right) {
    Kind kind = kind(left);
    if (kind != kind(right)) {
      if (areIntegers(left, right)) {
        return integers(left, right) == 0;
      }
      if (isNothing(left) || isNothing(right)) {
        return false;
      }
      throw new ValueFailure(INCOMPATIBLE);
    }
    return switch (kind) {
      case FLOAT -> ((Value.Real) left).value() == ((Value.Real) right).value();
      case INT, UINT -> number(left) == number(right);
      case STRING -> ((Value.Text) left).value().equals(((Value.Text) right).value());
      case BOOL, COMPLEX -> left.equals(right);
      case NONE -> equalObjects(left, right);
    };
  }

  private static boolean equalObjects(Value left, Value right) {
    if (isNil(left) || isNil(right)) {
      return isNil(left) == isNil(right);
    }
    String shown = GoPrint.print(right);
    if (!left.type().equals(right.type())) {
      throw new ValueFailure(
          "non-comparable types "
              + GoPrint.print(left)
              + ": "
              + left.type()
              + ", "
              + right.type()
              + ": "
              + shown);
    }
    if (isPointer(left)) {
      return isSame(left, right);
    }
    if (right instanceof Value.Time) {
      return left.equals(right);
    }
    throw new ValueFailure("non-comparable type " + shown + ": " + right.type());
  }

  @SuppressWarnings("ReferenceEquality") // pointers are equal when they point to the same thing
  private static boolean isSame(Value left, Value right) {
    return left == right;
  }

  private static boolean isPointer(Value value) {
    return value.type().startsWith("*");
  }

  /// {@return whether one value is less than another}
  /// @throws ValueFailure where Go cannot order them
  public static boolean less(Value left, Value right) {
    Kind kind = kind(left);
    if (kind == Kind.NONE || kind(right) == Kind.NONE) {
      throw new ValueFailure(INVALID);
    }
    if (areIntegers(left, right)) {
      return integers(left, right) < 0;
    }
    if (kind != kind(right)) {
      throw new ValueFailure(INCOMPATIBLE);
    }
    return switch (kind) {
      case FLOAT -> ((Value.Real) left).value() < ((Value.Real) right).value();
      case STRING ->
          Utf8Order.compare(((Value.Text) left).value(), ((Value.Text) right).value()) < 0;
      case BOOL, COMPLEX, INT, UINT, NONE -> throw new ValueFailure(INVALID);
    };
  }

  private static boolean areIntegers(Value left, Value right) {
    return isInteger(kind(left)) && isInteger(kind(right));
  }

  private static boolean isInteger(Kind kind) {
    return kind == Kind.INT || kind == Kind.UINT;
  }

  private static int integers(Value left, Value right) {
    boolean leftUnsigned = kind(left) == Kind.UINT;
    boolean rightUnsigned = kind(right) == Kind.UINT;
    if (!leftUnsigned && !rightUnsigned) {
      return Long.compare(number(left), number(right));
    }
    if (!leftUnsigned && number(left) < 0) {
      return -1;
    }
    if (!rightUnsigned && number(right) < 0) {
      return 1;
    }
    return Long.compareUnsigned(number(left), number(right));
  }

  private static long number(Value value) {
    return value instanceof Value.Duration duration
        ? duration.nanos()
        : ((Value.Int) value).value();
  }

  private static boolean isNothing(Value value) {
    return value instanceof Value.Missing || value.equals(Value.NIL);
  }

  private static boolean isNil(Value value) {
    return value instanceof Value.Missing || value instanceof Value.Nil;
  }

  private static Kind kind(Value value) {
    return switch (value) {
      case Value.Bool _ -> Kind.BOOL;
      case Value.Complex _ -> Kind.COMPLEX;
      case Value.Int number -> number.unsigned() ? Kind.UINT : Kind.INT;
      case Value.Duration duration -> isPointer(duration) ? Kind.NONE : Kind.INT;
      case Value.Real _ -> Kind.FLOAT;
      case Value.Text _ -> Kind.STRING;
      case Value.Missing _,
          Value.Nil _,
          Value.Sequence _,
          Value.Mapping _,
          Value.Struct _,
          Value.Time _ ->
          Kind.NONE;
    };
  }
}
