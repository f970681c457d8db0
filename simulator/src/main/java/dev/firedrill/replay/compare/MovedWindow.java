package dev.firedrill.replay.compare;

/// A window that starts or ends at another time than it did.
public record MovedWindow(AlertWindow before, AlertWindow after) {
  /// {@return whether both start and end at the same times; what still fires at the last evaluation
  ///     has not ended then}
  public boolean isTheSame() {
    return startShift() == 0
        && endShift() == 0
        && before.interval().open() == after.interval().open();
  }

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
