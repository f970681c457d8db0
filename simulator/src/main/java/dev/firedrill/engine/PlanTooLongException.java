package dev.firedrill.engine;

/// One plan for as many instant queries would hold far more than these do one after the other.
public final class PlanTooLongException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// A plan that is too long.
  public PlanTooLongException() {
    super("one plan for fewer steps is wanted", null, false, false);
  }
}
