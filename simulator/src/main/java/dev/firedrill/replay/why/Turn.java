package dev.firedrill.replay.why;

import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.Labels;
import dev.firedrill.rules.run.ActiveAlert;
import dev.firedrill.rules.run.RuleFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A change in the state of an alert instance.
///
/// @param time of the evaluation, in epoch milliseconds
/// @param value of the expression then, the last known one where it did not hold
/// @param histogram that value where it is a native histogram; null where it is a number
/// @param causes what left nothing of the expression for this instance; nothing where it held
/// @param gap whether nothing at all was recorded then
/// @param keptSince since when only `keep_firing_for` had kept what is now resolved, in epoch
///     milliseconds; null where it had not
/// @param failure of the evaluation that took the alert away; null where none did
/// @param source the labels of the sample that the expression yielded when it last held
/// @param became the labels of the instance that the same sample is now, where the condition holds
///     on but the labels that the rule writes are others; null where it holds no more
public record Turn(
    long time,
    Kind kind,
    double value,
    @Nullable NativeHistogram histogram,
    List<Blamed> causes,
    boolean gap,
    @Nullable Long keptSince,
    @Nullable RuleFailure failure,
    Labels source,
    @Nullable Labels became) {
  public Turn {
    causes = List.copyOf(causes);
  }

  /// A turn of which nothing more is known.
  Turn(long time, Kind kind, ActiveAlert alert) {
    this(time, kind, alert, null, null);
  }

  private Turn(
      long time,
      Kind kind,
      ActiveAlert alert,
      @Nullable Long keptSince,
      @Nullable RuleFailure failure) {
    this(
        time,
        kind,
        alert.value(),
        alert.histogram(),
        List.of(),
        false,
        keptSince,
        failure,
        alert.source(),
        null);
  }

  /// {@return the end of what was kept since a time}
  static Turn keptUntil(long time, ActiveAlert alert, long since) {
    return new Turn(time, Kind.RESOLVED, alert, since, null);
  }

  /// {@return the end that a failed evaluation made}
  static Turn cleared(ActiveAlert alert, RuleFailure failure) {
    return new Turn(failure.time(), Kind.CLEARED, alert, null, failure);
  }

  /// {@return the same with the causes}
  Turn because(List<Blamed> found, boolean inGap) {
    return new Turn(
        time, kind, value, histogram(), found, inGap, keptSince(), failure(), source, became());
  }

  /// {@return the same where the condition holds on for another instance}
  Turn into(@Nullable Labels other) {
    return new Turn(
        time, kind, value, histogram(), causes, gap, keptSince(), failure(), source, other);
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
    RESET,
    /// The evaluation failed, since there were more alerts than the group's limit: the rule has
    /// none any more.
    CLEARED
  }

  /// {@return whether the condition was no longer true at this evaluation, and was at the one
  ///     before}
  public boolean isLoss() {
    return switch (kind) {
      case KEPT, RESET -> true;
      case RESOLVED -> keptSince() == null;
      case PENDING, FIRING, BACK, CLEARED -> false;
    };
  }
}
