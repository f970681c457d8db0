package dev.firedrill.histogram;

/// What is known of a counter reset between a native histogram and the sample before it.
public enum CounterResetHint {
  /// Nothing; a reset is found by comparing.
  UNKNOWN("unknown"),
  /// There was a reset.
  COUNTER_RESET("reset"),
  /// There was none.
  NOT_COUNTER_RESET("not_reset"),
  /// The histogram is a gauge, which is never reset.
  GAUGE("gauge");

  private final String keyword;

  CounterResetHint(String keyword) {
    this.keyword = keyword;
  }

  /// {@return the word for it in series notation}
  public String keyword() {
    return keyword;
  }

  /// {@return whether one histogram says that there was a reset and the other that there was none,
  ///     which Prometheus warns of where it adds them}
  public boolean collidesWith(CounterResetHint other) {
    return (this == COUNTER_RESET && other == NOT_COUNTER_RESET)
        || (this == NOT_COUNTER_RESET && other == COUNTER_RESET);
  }

  /// {@return the hint of a sum or difference of two histograms}
  CounterResetHint combinedWith(CounterResetHint other) {
    if (this == other || this == GAUGE) {
      return this;
    }
    return other == GAUGE ? GAUGE : UNKNOWN;
  }
}
