package dev.firedrill.template.function;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A table of functions by name.
public final class Functions {
  private final Map<String, TemplateFunction> byName;

  private Functions(Map<String, TemplateFunction> byName) {
    this.byName = Map.copyOf(byName);
  }

  private static Functions builtInAnd(List<TemplateFunction> more) {
    return new Functions(Map.of()).and(BuiltIns.ALL).and(more);
  }

  /// {@return these functions and others; of two of one name the other}
  public Functions and(List<TemplateFunction> more) {
    Map<String, TemplateFunction> all = new HashMap<>(byName);
    more.forEach(function -> all.put(function.name(), function));
    return new Functions(all);
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
    static final Functions TABLE = builtInAnd(PrometheusFunctions.ALL);
  }

  private static final class Alertmanager {
    static final Functions TABLE = builtInAnd(AlertmanagerFunctions.ALL);
  }
}
