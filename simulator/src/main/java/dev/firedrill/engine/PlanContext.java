package dev.firedrill.engine;

import dev.firedrill.engine.operator.NameRemoval;
import dev.firedrill.engine.operator.StepBatches;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.SourceUntil;

/// What a plan is made for.
///
/// @param grid the steps at which the expression at hand is evaluated: those of the query, or of
///     the subquery around it
/// @param query the steps of the whole query, to which `@ start()` and the like refer
/// @param detail what is wanted of native histograms
/// @param inParameter whether the expression at hand is within the parameter of an aggregation, at
///     which Prometheus does not look when it works out what `@` means
public record PlanContext(
    SeriesSource source,
    EngineOptions options,
    TimeGrid grid,
    TimeGrid query,
    Annotations annotations,
    HistogramDetail detail,
    boolean inParameter) {
  /// {@return when metric names go}
  public NameRemoval names() {
    return options.has(EngineFeature.DELAYED_NAME_REMOVAL)
        ? NameRemoval.AT_THE_END
        : NameRemoval.AT_ONCE;
  }

  /// {@return the steps and how many are evaluated at a time}
  public StepBatches steps() {
    return new StepBatches(grid, options.batchSteps());
  }

  /// {@return the context for the same query on other steps}
  PlanContext on(TimeGrid other) {
    return new PlanContext(source, options, other, query, annotations, detail, inParameter);
  }

  /// {@return the context where something else is wanted of histograms}
  PlanContext with(HistogramDetail other) {
    return new PlanContext(source, options, grid, query, annotations, other, inParameter);
  }

  /// {@return the context without samples after a time, in epoch milliseconds}
  PlanContext until(long last) {
    SourceUntil cut = new SourceUntil(source, last);
    return new PlanContext(cut, options, grid, query, annotations, detail, inParameter);
  }

  /// {@return the context of the parameter of an aggregation}
  PlanContext ofParameter() {
    return new PlanContext(source, options, grid, query, annotations, detail, true);
  }
}
