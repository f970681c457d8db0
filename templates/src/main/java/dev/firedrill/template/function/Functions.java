package dev.firedrill.template.function;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A table of functions by name.
public final class Functions {
  private final Map<String, TemplateFunction> byName;

  private Functions(List<TemplateFunction> more) {
    Map<String, TemplateFunction> all = new HashMap<>();
    BuiltIns.ALL.forEach(function -> all.put(function.name(), function));
    more.forEach(function -> all.put(function.name(), function));
    this.byName = Map.copyOf(all);
  }

  /// {@return Go's functions and those of Prometheus 3.14, in text mode}
  public static Functions prometheus() {
    return Prometheus.TABLE;
  }

  /// {@return Go's functions and those of Alertmanager 0.34}
  public static Functions alertmanager() {
    return Alertmanager.TABLE;
  }

  /// {@return the function of a name}
  public Optional<TemplateFunction> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /// {@return all names, in no order}
  public Iterable<String> names() {
    return byName.keySet();
  }

  /// Made at the first use: who only parses needs none of it.
  private static final class Prometheus {
    static final Functions TABLE = new Functions(PrometheusFunctions.ALL);
  }

  private static final class Alertmanager {
    static final Functions TABLE = new Functions(AlertmanagerFunctions.ALL);
  }
}
