package dev.firedrill.cli.amtool;

/// What ends amtool, in its words.
final class AmtoolException extends Exception {
  private static final long serialVersionUID = 1L;

  AmtoolException(String message) {
    super(message);
  }
}
