package dev.firedrill.client;

import java.io.IOException;

/// An answer came, and it is not what the API gives.
final class MalformedAnswerException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final String help;

  MalformedAnswerException(String reason, String help) {
    super(reason);
    this.reason = reason;
    this.help = help;
  }

  String reason() {
    return reason;
  }

  String help() {
    return help;
  }
}
