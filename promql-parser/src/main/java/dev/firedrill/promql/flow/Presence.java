package dev.firedrill.promql.flow;

/// Whether an expression returns anything.
public enum Presence {
  /// At every evaluation, whatever is stored.
  ALWAYS,
  /// Where there are series, or depending on their values.
  SOMETIMES,
  /// At no evaluation, whatever is stored.
  NEVER;

  /// {@return the presence of what needs both}
  Presence and(Presence other) {
    if (this == NEVER || other == NEVER) {
      return NEVER;
    }
    return this == ALWAYS && other == ALWAYS ? ALWAYS : SOMETIMES;
  }

  /// {@return the presence of what needs either}
  Presence or(Presence other) {
    if (this == ALWAYS || other == ALWAYS) {
      return ALWAYS;
    }
    return this == NEVER && other == NEVER ? NEVER : SOMETIMES;
  }
}
