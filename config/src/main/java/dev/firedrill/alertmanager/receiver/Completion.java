package dev.firedrill.alertmanager.receiver;

/// What must be there once the settings under `global` have stepped in.
@FunctionalInterface
public interface Completion {
  /// Nothing.
  Completion NONE = (settings, global) -> {};

  /// Checks an integration; see [Settings#reject].
  void check(Settings settings, Settings global);
}
