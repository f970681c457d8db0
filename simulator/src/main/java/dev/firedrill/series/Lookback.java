package dev.firedrill.series;

/// How long a sample stands for its series.
public final class Lookback {
  /// Milliseconds for which an instant selector shows the last sample of a series, unless a newer
  /// one or a staleness marker comes: the default of Prometheus's `--query.lookback-delta`.
  public static final long DEFAULT = 300_000;

  private Lookback() {}
}
