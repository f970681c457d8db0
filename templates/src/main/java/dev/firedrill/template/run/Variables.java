package dev.firedrill.template.run;

import dev.firedrill.template.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The variables of one template, innermost last.
final class Variables {
  private final List<String> names = new ArrayList<>();
  private final List<Value> values = new ArrayList<>();

  Variables(Value root) {
    declare("$", root);
  }

  void declare(String name, Value value) {
    names.add(name);
    values.add(value);
  }

  /// {@return whether there was such a variable to assign}
  boolean assign(String name, Value value) {
    int index = names.lastIndexOf(name);
    if (index >= 0) {
      values.set(index, value);
    }
    return index >= 0;
  }

  /// Gives the variable declared `fromTop` declarations ago another value.
  void replace(int fromTop, Value value) {
    values.set(values.size() - fromTop, value);
  }

  @Nullable Value find(String name) {
    int index = names.lastIndexOf(name);
    return index < 0 ? null : values.get(index);
  }

  /// {@return the place to come back to at the end of a scope}
  int mark() {
    return names.size();
  }

  /// Forgets what was declared since a mark.
  void forget(int mark) {
    names.subList(mark, names.size()).clear();
    values.subList(mark, values.size()).clear();
  }
}
