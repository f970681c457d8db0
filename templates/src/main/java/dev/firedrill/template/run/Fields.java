package dev.firedrill.template.run;

import dev.firedrill.labels.GoQuote;
import dev.firedrill.template.value.Value;

/// Reads a field of a struct or a key of a map.
final class Fields {
  private final Place place;
  private final MissingKey missingKey;

  Fields(Place place, MissingKey missingKey) {
    this.place = place;
    this.missingKey = missingKey;
  }

  /// {@return the value of a field, or nothing where there is nothing to read from}
  /// @param boxed whether the receiver was read from where any type may stand
  /// @param hasArguments whether it is called like a method, which no field can be
  Value read(Value receiver, boolean boxed, String name, boolean hasArguments) {
    String type = boxed ? "interface {}" : receiver.type();
    return switch (receiver) {
      case Value.Missing _ -> {
        if (missingKey == MissingKey.ERROR) {
          throw place.fail("nil data; no entry for key " + GoQuote.quote(name));
        }
        yield Value.MISSING;
      }
      case Value.Nil nil -> throw place.fail("nil pointer evaluating " + nil.type() + "." + name);
      case Value.Struct struct -> field(struct, type, name, hasArguments);
      case Value.Mapping mapping -> entry(mapping, name, hasArguments);
      default -> throw unknown(name, type);
    };
  }

  private ExecutionFailure unknown(String name, String type) {
    return place.fail("can't evaluate field " + name + " in type " + type);
  }

  private Value field(Value.Struct struct, String type, String name, boolean hasArguments) {
    Value value = struct.fields().get(name);
    if (value == null) {
      throw unknown(name, type);
    }
    if (hasArguments) {
      throw place.fail(name + " has arguments but cannot be invoked as function");
    }
    return value;
  }

  private Value entry(Value.Mapping mapping, String name, boolean hasArguments) {
    if (hasArguments) {
      throw place.fail(name + " is not a method but has arguments");
    }
    Value value = mapping.entries().get(name);
    return value == null ? absent(mapping, name) : value;
  }

  private Value absent(Value.Mapping mapping, String name) {
    return switch (missingKey) {
      case DEFAULT -> Value.MISSING;
      case ZERO -> mapping.zero();
      case ERROR -> throw place.fail("map has no entry for key " + GoQuote.quote(name));
    };
  }

  /// {@return whether a field is of type `interface {}`}
  static boolean isBoxed(Value receiver, String name) {
    return switch (receiver) {
      case Value.Struct struct -> struct.boxed().contains(name);
      case Value.Mapping mapping -> mapping.boxed();
      default -> false;
    };
  }
}
