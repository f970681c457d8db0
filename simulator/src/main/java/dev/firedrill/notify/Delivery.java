package dev.firedrill.notify;

/// What an integration answers.
public enum Delivery {
  /// It took the message.
  OK,
  /// It refused in a way that may pass (HTTP 5xx): the message is tried again during the flush.
  RETRY,
  /// It refused for good (HTTP 4xx): the whole group is tried again at its next tick.
  REFUSED
}
