package dev.firedrill.replay.sweep;

/// A setting that a rule does not have, or that cannot be what it is to be set to.
public final class SweepException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// A setting that is wrong.
  ///
  /// @param message what is wrong, and what there is instead
  public SweepException(String message) {
    super(message, null, false, false);
  }
}
