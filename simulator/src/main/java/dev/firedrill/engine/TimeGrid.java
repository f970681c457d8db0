package dev.firedrill.engine;

/// The steps that a plan is evaluated at: `start`, `start + step`, ...
///
/// @param start epoch milliseconds of the first step
/// @param step milliseconds between steps; above 0
/// @param count the number of steps; at least 1
public record TimeGrid(long start, long step, int count) {
  public TimeGrid {
    if (step <= 0 || count < 1) {
      throw new IllegalArgumentException("not a grid: " + step + " ms, " + count + " steps");
    }
  }

  /// {@return the grid of one step that an instant query is}
  /// @param time epoch milliseconds
  public static TimeGrid instant(long time) {
    return new TimeGrid(time, 1, 1);
  }

  /// {@return the steps from `start` up to `end`, which is a step if it falls on one}
  /// @throws ArithmeticException if there are more than an `int` counts
  public static TimeGrid covering(long start, long end, long step) {
    return new TimeGrid(start, step, Math.toIntExact(steps(start, end, step)));
  }

  /// {@return how many steps there are from `start` up to `end`}
  public static long steps(long start, long end, long step) {
    return Math.subtractExact(end, start) / step + 1;
  }

  /// {@return the time of a step, in epoch milliseconds}
  public long time(int index) {
    return start + index * step;
  }

  /// {@return the time of the last step}
  public long end() {
    return time(count - 1);
  }

  /// {@return whether there is but one step}
  public boolean isSingle() {
    return count == 1;
  }
}
