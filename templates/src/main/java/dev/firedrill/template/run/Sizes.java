package dev.firedrill.template.run;

import dev.firedrill.template.value.Value;
import java.util.List;

/// How much a function has to go over.
final class Sizes {
  /// So much takes about as long as a node of a template.
  static final int A_STEP = 8;

  private Sizes() {}

  /// {@return the characters and elements of values, without what is inside of elements}
  static long of(List<Value> values) {
    long size = 0;
    for (Value value : values) {
      size +=
          switch (value) {
            case Value.Text text -> text.value().length();
            case Value.Sequence sequence -> sequence.elements().size();
            case Value.Mapping mapping -> mapping.entries().size();
            case Value.Missing _,
                Value.Nil _,
                Value.Bool _,
                Value.Int _,
                Value.Real _,
                Value.Complex _,
                Value.Duration _,
                Value.Time _,
                Value.Struct _ ->
                1;
          };
    }
    return size;
  }
}
