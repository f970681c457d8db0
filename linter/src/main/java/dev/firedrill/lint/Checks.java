package dev.firedrill.lint;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/// The registry of checks.
public final class Checks {
  private static final List<Check> ALL =
      ServiceLoader.load(Check.class, Checks.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .sorted(Comparator.comparing((Check check) -> check.info().id()))
          .toList();

  private Checks() {}

  /// {@return all checks there are, by id}
  public static List<Check> all() {
    return ALL;
  }

  /// {@return the check of an id}
  public static Optional<Check> find(String id) {
    return ALL.stream().filter(check -> check.info().id().equals(id)).findFirst();
  }
}
