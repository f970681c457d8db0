package dev.firedrill.alert;

import org.jspecify.annotations.Nullable;

/// The state of one alert instance. An instance that was never active has none.
///
/// All times are epoch milliseconds of evaluations.
public sealed interface AlertState {
  /// {@return when the expression began to hold}
  long activeAt();

  /// The expression holds, but not long enough yet.
  record Pending(long activeAt) implements AlertState {}

  /// The alert fires.
  ///
  /// @param firedAt when it began to fire
  /// @param missingSince since when the expression no longer holds and only `keep_firing_for` keeps
  ///     the alert; null while it holds
  record Firing(long activeAt, long firedAt, @Nullable Long missingSince) implements AlertState {}

  /// The alert fired and does no more. Prometheus remembers it for a while to tell Alertmanager.
  record Resolved(long activeAt, long firedAt, long resolvedAt) implements AlertState {}
}
