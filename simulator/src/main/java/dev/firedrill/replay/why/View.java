package dev.firedrill.replay.why;

import dev.firedrill.labels.Labels;
import dev.firedrill.replay.condition.Narrowing;
import org.jspecify.annotations.Nullable;

/// What a part of an expression is looked at for.
///
/// @param time for which it is evaluated, in epoch milliseconds
/// @param limit what its values are compared with; null where they are not
record View(long time, Narrowing narrowing, @Nullable Limit limit) {
  /// {@return the same of series that have some labels, or lack them}
  View of(Labels some) {
    return new View(time, narrowing.and(some), limit);
  }
}
