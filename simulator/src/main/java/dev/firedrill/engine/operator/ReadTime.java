package dev.firedrill.engine.operator;

import dev.firedrill.engine.TimeGrid;
import dev.firedrill.series.TimeRange;
import org.jspecify.annotations.Nullable;

/// At which time a selector or subquery reads for a step: moved by its offset, or fixed by `@`.
///
/// @param grid the steps
/// @param offset milliseconds into the past; may be negative
/// @param at epoch milliseconds given by `@`; null without it
public record ReadTime(TimeGrid grid, long offset, @Nullable Long at) {
  /// {@return the time read for a step, in epoch milliseconds}
  public long of(int step) {
    Long fixed = at();
    return (fixed == null ? grid.time(step) : fixed) - offset;
  }

  /// {@return the same time at the first step, from where on it moves with the steps}
  public ReadTime movingOn() {
    return new ReadTime(grid, grid.start() - of(0), null);
  }

  /// {@return all that is read when each step looks back `window` milliseconds}
  public TimeRange covered(long window) {
    return new TimeRange(of(0) - window, of(grid.count() - 1));
  }

  /// {@return the modifiers as PromQL writes them, with a leading blank; empty where there are
  /// none}
  public String describe() {
    StringBuilder out = new StringBuilder();
    Long fixed = at();
    if (fixed != null) {
      out.append(" @ ").append(fixed).append("ms");
    }
    if (offset != 0) {
      out.append(" offset ").append(offset).append("ms");
    }
    return out.toString();
  }
}
