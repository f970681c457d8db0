package dev.firedrill.replay.why;

import java.util.List;

/// A change in the state of an alert instance.
///
/// @param time of the evaluation, in epoch milliseconds
/// @param value of the expression then, the last known one where it did not hold
/// @param causes what left nothing of the expression for this instance; nothing where it held
/// @param gap whether nothing at all was recorded then
public record Turn(long time, Kind kind, double value, List<Blamed> causes, boolean gap) {
  public Turn {
    causes = List.copyOf(causes);
  }

  /// {@return the same with the causes}
  Turn because(List<Blamed> found, boolean inGap) {
    return new Turn(time, kind, value, found, inGap);
  }

  /// What happened.
  public enum Kind {
    /// The condition became true, and must hold on.
    PENDING,
    /// The alert began to fire.
    FIRING,
    /// The condition was no longer true, and `keep_firing_for` keeps the alert.
    KEPT,
    /// The condition is true again while the alert was kept.
    BACK,
    /// The alert fires no more.
    RESOLVED,
    /// The condition was no longer true while pending: the time for which it has to hold starts
    /// anew.
    RESET;

    /// {@return whether the condition was not true then}
    public boolean isLoss() {
      return this == KEPT || this == RESOLVED || this == RESET;
    }
  }
}
