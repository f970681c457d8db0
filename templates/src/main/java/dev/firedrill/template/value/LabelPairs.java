package dev.firedrill.template.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Alertmanager's `KV`, a set of labels or annotations, and `Pairs`, the same as a sorted list.
public final class LabelPairs {
  /// Alertmanager's type of a set of names and values.
  public static final String KV = "template.KV";

  /// Alertmanager's type of a list of names and values.
  public static final String PAIRS = "template.Pairs";

  private static final String PAIR = "template.Pair";
  private static final String FIRST = "alertname";

  private LabelPairs() {}

  /// {@return labels as a `KV`}
  public static Value.Mapping of(Map<String, String> labels) {
    Map<String, Value> entries = new LinkedHashMap<>();
    labels.forEach((name, text) -> entries.put(name, Value.of(text)));
    return new Value.Mapping(entries, KV, Value.of(""));
  }

  /// {@return a `KV` that is nil}
  public static Value.Mapping unset() {
    return new Value.Mapping(Map.of(), KV, Value.of(""), true);
  }

  /// {@return the names and values of a `KV`, `alertname` first, the others by name}
  public static Value.Sequence sorted(Value.Mapping map) {
    List<Value> pairs = new ArrayList<>();
    Value first = map.entries().get(FIRST);
    if (first != null) {
      pairs.add(pair(FIRST, first));
    }
    map.entries()
        .forEach(
            (name, text) -> {
              if (!name.equals(FIRST)) {
                pairs.add(pair(name, text));
              }
            });
    return new Value.Sequence(pairs, PAIRS, false);
  }

  private static Value pair(String name, Value text) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("Name", Value.of(name));
    fields.put("Value", text);
    return new Value.Struct(PAIR, fields, List.of(), null);
  }

  /// {@return a `KV` without some of its names}
  public static Value.Mapping without(Value.Mapping map, Value.Sequence names) {
    Map<String, Value> entries = new TreeMap<>(map.entries());
    names.elements().forEach(name -> entries.remove(string(name)));
    return new Value.Mapping(entries, KV, map.zero());
  }

  /// {@return one field of all `Pairs`}
  ///
  /// @param field `Name` or `Value`
  public static Value.Sequence column(Value.Sequence pairs, String field) {
    List<Value> column = new ArrayList<>();
    for (Value pair : pairs.elements()) {
      column.add(Value.of(field(pair, field)));
    }
    return new Value.Sequence(column, "[]string", false);
  }

  static String text(Value.Mapping map) {
    return text(sorted(map));
  }

  static String text(Value.Sequence pairs) {
    StringBuilder out = new StringBuilder();
    for (Value pair : pairs.elements()) {
      out.append(out.isEmpty() ? "" : ", ");
      out.append(field(pair, "Name")).append('=').append(field(pair, "Value"));
    }
    return out.toString();
  }

  private static String field(Value pair, String name) {
    Value field = pair instanceof Value.Struct struct ? struct.fields().get(name) : null;
    return field == null ? "" : string(field);
  }

  private static String string(Value value) {
    return value instanceof Value.Text text ? text.value() : "";
  }
}
