package dev.firedrill.cli.option;

import org.jspecify.annotations.Nullable;

/// The time of interest in sources that have more than that, and go on: servers.
///
/// @param first epoch milliseconds; null for all that there is
/// @param last epoch milliseconds
public record DataBounds(@Nullable Long first, long last) {
  /// {@return one moment}
  public static DataBounds at(long time) {
    return new DataBounds(time, time);
  }
}
