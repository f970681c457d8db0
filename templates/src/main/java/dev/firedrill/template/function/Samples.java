package dev.firedrill.template.function;

import dev.firedrill.labels.Utf8Order;
import dev.firedrill.template.value.Value;
import dev.firedrill.template.value.ValueFailure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Functions over the result of a query.
final class Samples {
  /// Prometheus's type of one sample.
  static final String SAMPLE = "*template.sample";

  /// Prometheus's type of what a query gives.
  static final String RESULT = "template.queryResult";

  private static final String NIL_POINTER =
      "runtime error: invalid memory address or nil pointer dereference";

  private Samples() {}

  static Value result(List<Value> samples) {
    return new Value.Sequence(new ArrayList<>(samples), RESULT, false);
  }

  static Value first(Value result) {
    if (result instanceof Value.Sequence sequence && !sequence.elements().isEmpty()) {
      return sequence.elements().getFirst();
    }
    throw new ValueFailure("first() called on vector with no elements");
  }

  static Value value(Value sample) {
    return field(sample, "Value");
  }

  static Value label(String name, Value sample) {
    return Value.of(labelText(name, sample));
  }

  private static String labelText(String name, Value sample) {
    Value.Mapping labels = (Value.Mapping) field(sample, "Labels");
    return labels.get(name).orElse(labels.zero()) instanceof Value.Text text ? text.value() : "";
  }

  private static Value field(Value sample, String name) {
    Value field = sample instanceof Value.Struct struct ? struct.fields().get(name) : null;
    if (field == null) {
      throw new ValueFailure(NIL_POINTER);
    }
    return field;
  }

  /// Sorts in place, as Go does: variables that hold the same result see it too.
  static Value sortByLabel(String name, Value result) {
    if (result instanceof Value.Sequence sequence) {
      Comparator<Value> byLabel =
          Comparator.comparing(sample -> labelText(name, sample), Utf8Order.COMPARATOR);
      sequence.elements().sort(byLabel);
    }
    return result;
  }
}
