package dev.firedrill.engine;

/// Settings of the engine.
///
/// @param lookback milliseconds that a sample stays valid for instant selectors
/// @param subqueryStep milliseconds between the steps of a subquery that names none
/// @param batchSteps steps evaluated at a time
public record EngineOptions(long lookback, long subqueryStep, int batchSteps) {
  /// Five minutes of lookback, one minute between the steps of subqueries.
  public static final EngineOptions DEFAULT = new EngineOptions(300_000, 60_000, 256);

  /// {@return these with another default step of subqueries, in milliseconds}
  public EngineOptions withSubqueryStep(long millis) {
    return new EngineOptions(lookback, millis, batchSteps);
  }

  /// {@return these with another number of steps evaluated at a time}
  public EngineOptions withBatchSteps(int steps) {
    return new EngineOptions(lookback, subqueryStep, steps);
  }
}
