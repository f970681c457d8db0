package dev.firedrill.replay.noise;

/// From where on something counts as noise.
///
/// @param flaps how often an instance fires again within an hour after it was resolved, so that the
///     alert is said to flap
/// @param shortFiring milliseconds that a firing lasts at most, so that a longer `for` is thought
///     of
/// @param togetherFirings how often an alert has to have fired, so that it is no chance that
///     another did at the same time
/// @param togetherShare how much of the time of one firing the other has to cover
/// @param alwaysShare the share of the evaluations at which an alert fires, so that it is said to
///     fire all the time
/// @param cells values that are held at a time to find out how near an alert came to firing
public record NoiseLimits(
    int flaps,
    long shortFiring,
    int togetherFirings,
    double togetherShare,
    double alwaysShare,
    int cells) {
  /// 2 flaps, 15 minutes, 2 firings, 90 % of a firing, 95 % of the evaluations, 4 million values.
  public static final NoiseLimits DEFAULT = new NoiseLimits(2, 900_000, 2, 0.9, 0.95, 4_000_000);
}
