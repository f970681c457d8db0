package dev.firedrill.engine;

import dev.firedrill.promql.ParseOptions;
import dev.firedrill.series.Lookback;
import java.util.EnumSet;
import java.util.Set;

/// Settings of the engine.
///
/// @param lookback milliseconds that a sample stays valid for instant selectors
/// @param subqueryStep milliseconds between the steps of a subquery that names none
/// @param batchSteps steps evaluated at a time
/// @param maxSamples samples that may be held at a time
/// @param features what is switched on
/// @param syntax what texts to be evaluated may contain
public record EngineOptions(
    long lookback,
    long subqueryStep,
    int batchSteps,
    long maxSamples,
    Set<EngineFeature> features,
    ParseOptions syntax) {
  /// Five minutes of lookback, one minute between the steps of subqueries, no limit of samples, no
  /// features, no experimental syntax.
  public static final EngineOptions DEFAULT =
      new EngineOptions(
          Lookback.DEFAULT, 60_000, 256, Long.MAX_VALUE, Set.of(), ParseOptions.DEFAULT);

  public EngineOptions {
    features = Set.copyOf(features);
  }

  /// {@return these with another lookback, in milliseconds}
  public EngineOptions withLookback(long millis) {
    return new EngineOptions(millis, subqueryStep, batchSteps, maxSamples, features, syntax);
  }

  /// {@return these with another default step of subqueries, in milliseconds}
  public EngineOptions withSubqueryStep(long millis) {
    return new EngineOptions(lookback, millis, batchSteps, maxSamples, features, syntax);
  }

  /// {@return these with another number of steps evaluated at a time}
  public EngineOptions withBatchSteps(int steps) {
    return new EngineOptions(lookback, subqueryStep, steps, maxSamples, features, syntax);
  }

  /// {@return these with another limit of samples held at a time}
  public EngineOptions withMaxSamples(long samples) {
    return new EngineOptions(lookback, subqueryStep, batchSteps, samples, features, syntax);
  }

  /// {@return these with a feature switched on}
  public EngineOptions with(EngineFeature feature) {
    Set<EngineFeature> more = EnumSet.of(feature);
    more.addAll(features);
    return new EngineOptions(lookback, subqueryStep, batchSteps, maxSamples, more, syntax);
  }

  /// {@return these with exactly these features switched on}
  public EngineOptions withFeatures(Set<EngineFeature> exactly) {
    return new EngineOptions(lookback, subqueryStep, batchSteps, maxSamples, exactly, syntax);
  }

  /// {@return these with other syntax allowed in texts to be evaluated}
  public EngineOptions withSyntax(ParseOptions allowed) {
    return new EngineOptions(lookback, subqueryStep, batchSteps, maxSamples, features, allowed);
  }

  /// {@return whether a feature is switched on}
  public boolean has(EngineFeature feature) {
    return features.contains(feature);
  }
}
