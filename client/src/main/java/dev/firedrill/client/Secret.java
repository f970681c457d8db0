package dev.firedrill.client;

/// A password or token, which no message ever shows.
///
/// @param value what is sent to the server
public record Secret(String value) {
  /// {@return a placeholder, so that a secret cannot be printed by accident}
  @Override
  public String toString() {
    return "<secret>";
  }
}
