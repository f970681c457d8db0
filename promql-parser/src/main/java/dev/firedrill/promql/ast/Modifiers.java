package dev.firedrill.promql.ast;

import org.jspecify.annotations.Nullable;

/// What moves the time at which a selector or subquery reads, and how it reads at the edges.
///
/// @param at the `@` modifier; null without one
/// @param offset the `offset`; null without one
/// @param edges `anchored` or `smoothed`
public record Modifiers(@Nullable At at, @Nullable DurationExpr offset, Edges edges) {
  /// Nothing written.
  public static final Modifiers NONE = new Modifiers(null, null, Edges.PLAIN);

  /// The `@` modifier.
  public sealed interface At {
    /// A fixed time.
    ///
    /// @param millis epoch milliseconds
    record Time(long millis) implements At {}

    /// The start of the evaluated range.
    record Start() implements At {}

    /// The end of the evaluated range.
    record End() implements At {}
  }

  /// How a window reads where it starts and ends.
  public enum Edges {
    /// Only samples inside.
    PLAIN,
    /// Also the last sample before the start.
    ANCHORED,
    /// Interpolated at both ends.
    SMOOTHED
  }
}
