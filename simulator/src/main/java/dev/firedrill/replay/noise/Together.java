package dev.firedrill.replay.noise;

import dev.firedrill.replay.AlertReplay;
import java.util.List;

/// Alerts that fire together.
///
/// @param source the alert of which it is best to be told
/// @param targets those of which one need not be told while it fires
/// @param equal names of the labels in which instances that fire together agree, those left out
///     that rules write themselves; sorted
public record Together(
    AlertReplay source, List<AlertReplay> targets, Relation relation, List<String> equal) {
  /// Which of the alerts never fire without the other.
  public enum Relation {
    /// None does without the others.
    MUTUAL,
    /// The targets fire only while the source does.
    TARGETS_WITHIN,
    /// The source, graver than the targets, fires only while each of them does.
    SOURCE_WITHIN
  }

  public Together {
    targets = List.copyOf(targets);
    equal = List.copyOf(equal);
  }
}
