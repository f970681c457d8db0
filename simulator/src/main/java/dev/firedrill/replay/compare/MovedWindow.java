package dev.firedrill.replay.compare;

/// A window that starts or ends at another time than it did.
public record MovedWindow(AlertWindow before, AlertWindow after) {
  /// {@return by how much later it starts, in milliseconds; negative for earlier}
  public long startShift() {
    return after.interval().start() - before.interval().start();
  }

  /// {@return by how much later it ends, in milliseconds; negative for earlier, 0 where both fire
  ///     to the end of the replay}
  public long endShift() {
    return before.interval().open() && after.interval().open()
        ? 0
        : after.interval().end() - before.interval().end();
  }
}
