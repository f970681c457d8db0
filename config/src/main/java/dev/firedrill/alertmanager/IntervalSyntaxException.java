package dev.firedrill.alertmanager;

import org.jspecify.annotations.Nullable;

/// A text that no part of a time interval can be read from; the message is Alertmanager's.
final class IntervalSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  private final @Nullable String help;

  /// @param help what to write instead; null where the message says it all
  IntervalSyntaxException(String message, @Nullable String help) {
    super(message);
    this.help = help;
  }

  @Nullable String help() {
    return help;
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
