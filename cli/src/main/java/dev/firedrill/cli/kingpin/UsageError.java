package dev.firedrill.cli.kingpin;

/// A command line that the program does not take, in its words.
public final class UsageError extends Exception {
  private static final long serialVersionUID = 1L;

  private final String text;

  /// An error.
  UsageError(String text) {
    super(text);
    this.text = text;
  }

  /// {@return what is wrong}
  public String text() {
    return text;
  }
}
