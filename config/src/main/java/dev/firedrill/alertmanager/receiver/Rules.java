package dev.firedrill.alertmanager.receiver;

/// What is demanded of fields together, with Alertmanager's words.
@FunctionalInterface
public interface Rules {
  /// Nothing.
  Rules NONE = settings -> {};

  /// Checks fields that could all be read; see [Settings#reject].
  void check(Settings settings);
}
