package dev.firedrill.cli.option;

/// `--interval`: how often all groups of rules are evaluated.
public final class IntervalOption {
  private final Value interval;

  /// Declares the option.
  public IntervalOption(Options options) {
    interval =
        options.value(
            "--interval", "DURATION", "evaluate all groups so often (default: their own)");
    options.whenParsed(this::millis);
  }

  /// {@return milliseconds between evaluations of all groups; 0 for their own}
  public long millis() {
    return interval.get().isEmpty() ? 0 : interval.millis();
  }
}
