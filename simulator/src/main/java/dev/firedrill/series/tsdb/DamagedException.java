package dev.firedrill.series.tsdb;

import java.io.Serial;

/// Says that bytes are not what Prometheus's storage writes.
public final class DamagedException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final String text;

  /// @param message what is wrong, where Prometheus has words for it in its words
  public DamagedException(String message) {
    super(message);
    this.text = message;
  }

  /// {@return what is wrong}
  public String text() {
    return text;
  }
}
