package dev.firedrill.lint;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/// The registry of checks.
public final class Checks {
  private static final List<Check> ALL =
      provided().stream()
          // Written out: `Comparator.comparing` makes a class anew at every start.
          .sorted((one, other) -> one.info().id().compareTo(other.info().id()))
          .toList();

  private static final List<CheckInfo> INFOS =
      Stream.concat(
              ALL.stream().map(Check::info),
              ReaderChecks.ALL.stream().filter(info -> find(info.id()).isEmpty()))
          .sorted((one, other) -> one.id().compareTo(other.id()))
          .toList();

  private Checks() {}

  // In a distribution this makes them by their constructors: see build/ServiceLists.java.
  private static List<Check> provided() {
    return ServiceLoader.load(Check.class, Checks.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  /// {@return all checks there are, by id}
  public static List<Check> all() {
    return ALL;
  }

  /// {@return what is known of all ids that findings may have, by id: those of the checks, and
  ///     those of what is noticed while files are read}
  public static List<CheckInfo> infos() {
    return INFOS;
  }

  /// {@return what is known of an id}
  public static Optional<CheckInfo> info(String id) {
    return INFOS.stream().filter(info -> info.id().equals(id)).findFirst();
  }

  /// {@return the check of an id; empty for what is noticed while files are read}
  public static Optional<Check> find(String id) {
    return ALL.stream().filter(check -> check.info().id().equals(id)).findFirst();
  }
}
