package dev.firedrill.template.run;

import dev.firedrill.template.NodeText;
import dev.firedrill.template.NumberConstant;
import dev.firedrill.template.Operand;
import dev.firedrill.template.function.TemplateFunction;
import dev.firedrill.template.value.Value;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// Which values fit which parameter, by Go's rules of assignment.
final class Arguments {
  private final Place place;

  Arguments(Place place) {
    this.place = place;
  }

  /// {@return a value as an argument of a type}
  Value checked(Value value, String type) {
    if (value instanceof Value.Missing) {
      if (type.equals(TemplateFunction.ANY)) {
        return Value.NIL;
      }
      if (canBeNil(type)) {
        return new Value.Nil(type);
      }
      throw place.fail("invalid value; expected " + type);
    }
    if (type.equals(TemplateFunction.ANY) || type.equals(value.type())) {
      return value;
    }
    if (value.type().equals("*" + type)) {
      return pointedAt(value, type);
    }
    throw place.fail("wrong type for value; expected " + type + "; got " + value.type());
  }

  private static Value pointedAt(Value value, String type) {
    return switch (value) {
      case Value.Time time -> new Value.Time(time.value(), type);
      case Value.Duration duration -> new Value.Duration(duration.nanos(), type);
      default -> value;
    };
  }

  /// {@return `nil` as an argument of a type}
  Value nil(String type) {
    if (!canBeNil(type)) {
      throw place.fail("cannot assign nil to " + type);
    }
    return type.equals(TemplateFunction.ANY) ? Value.NIL : new Value.Nil(type);
  }

  private static boolean canBeNil(String type) {
    return type.equals(TemplateFunction.ANY)
        || type.startsWith("*")
        || type.startsWith("[]")
        || type.startsWith("map[")
        || type.equals("template.queryResult");
  }

  /// {@return a literal as an argument of a type}
  Value literal(Operand operand, String type) {
    Value value =
        switch (type) {
          case TemplateFunction.ANY -> plain(operand);
          case TemplateFunction.STRING ->
              operand instanceof Operand.StringLiteral text ? Value.of(text.value()) : null;
          case "bool" ->
              operand instanceof Operand.BoolLiteral bool ? Value.of(bool.value()) : null;
          case "float64" ->
              operand instanceof Operand.NumberLiteral number && isReal(number.value())
                  ? Value.of(number.value().real())
                  : null;
          case "int", "int64" -> integer(operand, type);
          case "time.Duration" ->
              integer(operand, type) instanceof Value.Int number
                  ? new Value.Duration(number.value(), type)
                  : null;
          default ->
              throw place.fail("can't handle " + NodeText.of(operand) + " for arg of type " + type);
        };
    if (value == null) {
      throw place.fail("expected " + kind(type) + "; found " + NodeText.of(operand));
    }
    return value;
  }

  private static String kind(String type) {
    return switch (type) {
      case "float64" -> "float";
      case "int", "int64", "time.Duration" -> "integer";
      default -> type;
    };
  }

  private static boolean isReal(NumberConstant number) {
    return !number.complex() || number.imaginary() == 0;
  }

  private static @Nullable Value integer(Operand operand, String type) {
    if (!(operand instanceof Operand.NumberLiteral number)) {
      return null;
    }
    BigInteger whole = number.value().integer();
    return whole != null && fitsLong(whole) ? new Value.Int(whole.longValue(), type) : null;
  }

  private static boolean fitsLong(BigInteger value) {
    return value.bitLength() < Long.SIZE;
  }

  /// {@return a literal where nothing asks for a type}
  Value plain(Operand operand) {
    return switch (operand) {
      case Operand.BoolLiteral bool -> Value.of(bool.value());
      case Operand.StringLiteral text -> Value.of(text.value());
      case Operand.NumberLiteral number -> number(number.value());
      default -> throw place.fail("can't handle assignment of " + NodeText.of(operand));
    };
  }

  private Value number(NumberConstant number) {
    if (number.complex()) {
      return new Value.Complex(number.real(), number.imaginary());
    }
    BigInteger whole = number.integer();
    if (number.isFloat() || whole == null) {
      return Value.of(number.real());
    }
    if (!fitsLong(whole)) {
      throw place.fail(number.text() + " overflows int");
    }
    return Value.of(whole.longValue());
  }
}
