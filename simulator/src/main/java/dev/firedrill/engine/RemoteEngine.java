package dev.firedrill.engine;

import dev.firedrill.promql.ast.Expr;
import dev.firedrill.series.SeriesSource;

/// The engine of a server that holds the data: evaluates there what reads nothing but stored
/// series.
public interface RemoteEngine {
  /// {@return whether it evaluates an expression over a range of steps as a rule would at each of
  ///     them}
  boolean takes(Expr expr);

  /// {@return what an expression yields at the steps of a grid, as series whose samples are the
  ///     values at the steps; a staleness marker stands where a series is no longer among the
  ///     results. Matchers are not looked at}
  ///
  /// @param grid all steps at which the expression will be asked for
  SeriesSource results(Expr expr, TimeGrid grid);
}
