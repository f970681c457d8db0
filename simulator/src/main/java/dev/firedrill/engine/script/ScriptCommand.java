package dev.firedrill.engine.script;

import dev.firedrill.diagnostic.Location;
import dev.firedrill.engine.TimeGrid;
import java.util.List;

/// One command of a script.
public sealed interface ScriptCommand {
  /// `load`: adds samples to the storage, one each step from time 0 on.
  ///
  /// @param step milliseconds
  /// @param customBuckets whether classic histograms are also loaded as native ones with custom
  ///     buckets, as `load_with_nhcb` does
  record Load(long step, boolean customBuckets, List<LoadedSeries> series)
      implements ScriptCommand {
    public Load {
      series = List.copyOf(series);
    }
  }

  /// `clear`: empties the storage.
  record Clear() implements ScriptCommand {}

  /// `eval`: evaluates an expression and compares.
  ///
  /// @param grid the steps; a single one for an instant
  /// @param range whether it is a range query
  /// @param location the command's line
  record Eval(
      String expr, TimeGrid grid, boolean range, Expectations expectations, Location location)
      implements ScriptCommand {}
}
