package dev.firedrill.cli.report;

/// Numbers of things.
public final class Counted {
  private Counted() {}

  /// {@return `1 rule`, `2 rules`}
  public static String of(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
