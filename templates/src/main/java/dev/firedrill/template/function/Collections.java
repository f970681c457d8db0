package dev.firedrill.template.function;

import dev.firedrill.template.value.Utf8Bytes;
import dev.firedrill.template.value.Value;
import dev.firedrill.template.value.ValueFailure;
import java.util.ArrayList;
import java.util.List;

/// `len`, `index` and `slice`. Strings count in bytes.
final class Collections {
  private Collections() {}

  static Value length(Value item) {
    return switch (item) {
      case Value.Text text -> Value.of(Utf8Bytes.of(text.value()).length);
      case Value.Sequence sequence -> Value.of(sequence.elements().size());
      case Value.Mapping mapping -> Value.of(mapping.entries().size());
      case Value.Missing _, Value.Nil _ ->
          throw new ValueFailure("reflect: call of reflect.Value.Type on zero Value");
      default -> throw new ValueFailure("len of type " + item.type());
    };
  }

  static Value index(List<Value> arguments) {
    Value item = arguments.getFirst();
    if (isNil(item)) {
      throw new ValueFailure("index of untyped nil");
    }
    for (Value index : arguments.subList(1, arguments.size())) {
      if (isNil(item)) {
        throw new ValueFailure("index of nil pointer");
      }
      item = element(item, index);
    }
    return item;
  }

  private static Value element(Value item, Value index) {
    return switch (item) {
      case Value.Sequence sequence -> {
        int size = sequence.elements().size();
        yield sequence.elements().get(position(index, size, "reflect: slice index out of range"));
      }
      case Value.Text text -> {
        byte[] bytes = Utf8Bytes.of(text.value());
        int at = position(index, bytes.length, "reflect: string index out of range");
        yield new Value.Int(bytes[at] & 0xff, "uint8");
      }
      case Value.Mapping mapping -> mapping.get(key(index)).orElse(mapping.zero());
      default -> throw new ValueFailure("can't index item of type " + pointedAt(item));
    };
  }

  private static String pointedAt(Value item) {
    return item.type().startsWith("*") ? item.type().substring(1) : item.type();
  }

  private static String key(Value index) {
    if (index instanceof Value.Text text && text.type().equals("string")) {
      return text.value();
    }
    throw new ValueFailure(
        isNil(index)
            ? "value is nil; should be of type string"
            : "value has type " + index.type() + "; should be string");
  }

  private static int position(Value index, int size, String atEnd) {
    int position = bound(index, size);
    if (position == size) {
      throw new ValueFailure(atEnd);
    }
    return position;
  }

  private static int bound(Value index, int most) {
    if (isNil(index)) {
      throw new ValueFailure("cannot index slice/array with nil");
    }
    if (!(index instanceof Value.Int number)) {
      throw new ValueFailure("cannot index slice/array with type " + index.type());
    }
    if (number.value() < 0 || number.value() > most) {
      throw new ValueFailure("index out of range: " + number.value());
    }
    return (int) number.value();
  }

  static Value slice(List<Value> arguments) {
    Value item = arguments.getFirst();
    int count = arguments.size() - 1;
    if (isNil(item)) {
      throw new ValueFailure("slice of untyped nil");
    }
    if (count > 3) {
      throw new ValueFailure("too many slice indexes: " + count);
    }
    if (item instanceof Value.Text && count == 3) {
      throw new ValueFailure("cannot 3-index slice a string");
    }
    int size =
        switch (item) {
          case Value.Text text -> Utf8Bytes.of(text.value()).length;
          case Value.Sequence sequence -> sequence.elements().size();
          default -> throw new ValueFailure("can't slice item of type " + item.type());
        };
    int[] bounds = {0, size, size};
    for (int i = 0; i < count; i++) {
      bounds[i] = bound(arguments.get(i + 1), size);
    }
    checkOrder(bounds, 0);
    if (count == 3) {
      checkOrder(bounds, 1);
    }
    return cut(item, bounds[0], bounds[1]);
  }

  private static void checkOrder(int[] bounds, int at) {
    if (bounds[at] > bounds[at + 1]) {
      throw new ValueFailure("invalid slice index: " + bounds[at] + " > " + bounds[at + 1]);
    }
  }

  private static Value cut(Value item, int from, int to) {
    if (item instanceof Value.Text text) {
      return new Value.Text(Utf8Bytes.text(Utf8Bytes.of(text.value()), from, to), text.type());
    }
    Value.Sequence sequence = (Value.Sequence) item;
    List<Value> part = new ArrayList<>(sequence.elements().subList(from, to));
    return new Value.Sequence(part, sequence.type(), sequence.boxed());
  }

  private static boolean isNil(Value value) {
    return value instanceof Value.Missing || value instanceof Value.Nil;
  }
}
