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
/// @param instants whether each step of the query stands for an instant query of its own
public record PlanContext(
    SeriesSource source,
    EngineOptions options,
    TimeGrid grid,
    TimeGrid query,
    Annotations annotations,
    HistogramDetail detail,
    boolean inParameter,
    boolean instants) {
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

  /// {@return whether each of the steps at hand is that of an instant query of its own}
  boolean isOfInstants() {
    return instants && grid.equals(query);
  }

  /// {@return whether there is one plan for several instant queries}
  boolean isOfManyInstants() {
    return instants && query.count() > 1;
  }

  /// Makes sure that a plan for many instant queries does not hold much more than each of them.
  ///
  /// @param held how much there is
  /// @param most how much there may be
  /// @throws PlanTooLongException if there is more, and a plan for fewer steps can be made
  void checkHeld(long held, long most) {
    if (isOfManyInstants() && held > most) {
      throw new PlanTooLongException();
    }
  }

  /// {@return the context for the same query on other steps}
  PlanContext on(TimeGrid other) {
    return new PlanContext(
        source, options, other, query, annotations, detail, inParameter, instants);
  }

  /// {@return the context where something else is wanted of histograms}
  PlanContext with(HistogramDetail other) {
    return new PlanContext(source, options, grid, query, annotations, other, inParameter, instants);
  }

  /// {@return the context without samples after a time, in epoch milliseconds}
  PlanContext until(long last) {
    SourceUntil cut = new SourceUntil(source, last);
    return new PlanContext(cut, options, grid, query, annotations, detail, inParameter, instants);
  }

  /// {@return the context of the parameter of an aggregation}
  PlanContext ofParameter() {
    return new PlanContext(source, options, grid, query, annotations, detail, true, instants);
  }
}
