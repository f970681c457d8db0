package dev.firedrill.prometheus;

import dev.firedrill.labels.Labels;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// A label set on its way to become another: what was there, what was set and what was taken away.
///
/// The order in which labels are walked over is that of Prometheus's builder, since it decides
/// which of two labels wins that are mapped to one name: first those that were there, by name, then
/// those that were set, in the order in which they were.
final class LabelChanges {
  private final Labels base;
  private final Map<String, String> set = new LinkedHashMap<>();
  private final Set<String> deleted = new HashSet<>();

  LabelChanges(Labels base) {
    this.base = base;
  }

  /// {@return the value of a label; empty where it is missing}
  String get(String name) {
    String value = set.get(name);
    if (value != null) {
      return value;
    }
    return deleted.contains(name) ? "" : base.get(name);
  }

  /// Sets a label; an empty value takes it away.
  void set(String name, String value) {
    if (value.isEmpty()) {
      delete(name);
    } else {
      set.put(name, value);
    }
  }

  void delete(String name) {
    set.remove(name);
    deleted.add(name);
  }

  /// {@return a copy of what is there now}
  Map<String, String> current() {
    Map<String, String> all = new LinkedHashMap<>();
    base.forEach(
        (name, value) -> {
          if (!deleted.contains(name) && !set.containsKey(name)) {
            all.put(name, value);
          }
        });
    all.putAll(set);
    return all;
  }

  Labels labels() {
    return Labels.of(current());
  }
}
