package dev.firedrill.cli.report;

import java.util.Locale;

/// An output format.
public enum Format {
  /// For people.
  TEXT,
  /// One JSON document.
  JSON;

  /// {@return the name given to `--format`}
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
