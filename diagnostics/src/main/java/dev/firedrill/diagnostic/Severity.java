package dev.firedrill.diagnostic;

import java.util.Locale;

/// How bad a finding is, from the most to the least severe.
public enum Severity {
  /// Broken, or will not do what it says.
  ERROR,
  /// Likely wrong, or bad practice.
  WARNING,
  /// Worth a look.
  INFO;

  /// {@return whether this is as severe as `other`, or more}
  public boolean isAtLeast(Severity other) {
    return compareTo(other) <= 0;
  }

  /// {@return the lower-case word used in all output}
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
