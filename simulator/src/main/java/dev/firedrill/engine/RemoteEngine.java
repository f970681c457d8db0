package dev.firedrill.engine;

import dev.firedrill.promql.ast.Expr;
import dev.firedrill.series.SeriesSource;
import java.util.function.Consumer;

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
  /// @param remarks takes what PromQL remarks on the results, as Prometheus's API gives it, once
  ///     they are read
  SeriesSource results(Expr expr, TimeGrid grid, Consumer<String> remarks);

  /// {@return the same, where nobody wants remarks}
  default SeriesSource results(Expr expr, TimeGrid grid) {
    return results(expr, grid, _ -> {});
  }
}
