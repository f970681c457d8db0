package dev.firedrill.alertmanager.route;

/// Whether a condition holds for alerts of which not all labels are known.
public enum Verdict {
  /// For all of them.
  ALWAYS,
  /// For some, as far as is known.
  SOMETIMES,
  /// For none.
  NEVER;

  /// {@return the verdict on the opposite}
  public Verdict not() {
    return switch (this) {
      case ALWAYS -> NEVER;
      case SOMETIMES -> SOMETIMES;
      case NEVER -> ALWAYS;
    };
  }
}
